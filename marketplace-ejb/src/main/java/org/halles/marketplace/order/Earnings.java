package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;

/** What a vendor earned, what is available, and why. */
@ApplicationScoped
public class Earnings {

  /** One balance a currency; empty before the first sale. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<VendorBalance> balances(VendorScope vendor) {
    throw new UnsupportedOperationException("being written");
  }

  /** Lines and shippings of paid orders, newest first, each with its split. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<EarningLine> lines(VendorScope vendor, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /** The vendor's part of the book, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<PostingView> ledger(VendorScope vendor, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }
}
