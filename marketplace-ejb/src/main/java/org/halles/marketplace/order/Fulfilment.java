package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's orders: what to ship, what left, what arrived. */
@ApplicationScoped
public class Fulfilment {

  /** The vendor's paid orders, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<VendorOrderSummary> list(
      VendorScope vendor, VendorOrderFilter filter, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /** How many paid orders the vendor has in each status. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Map<VendorOrderStatus, Integer> counts(VendorScope vendor) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * @throws org.halles.marketplace.shared.NotFound also if it is another vendor's
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public VendorOrderDetail get(VendorScope vendor, String number) {
    throw new UnsupportedOperationException("being written");
  }

  /** Records a parcel; the order becomes partly shipped or shipped. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ShipmentView ship(VendorScope vendor, String number, ShipRequest parcel) {
    throw new UnsupportedOperationException("being written");
  }

  /** Records that a parcel arrived; with the last one, what was held becomes available. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public ShipmentView delivered(VendorScope vendor, String number, UUID shipment) {
    throw new UnsupportedOperationException("being written");
  }
}
