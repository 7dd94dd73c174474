package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Purchases as their buyers and the operator see them. */
@ApplicationScoped
public class Orders {

  /**
   * One purchase, for its buyer, an operator, or whoever has its access key.
   *
   * @param accessKey as given at checkout, or null
   * @throws org.halles.marketplace.shared.NotFound also if it is somebody else's
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public OrderGroupView get(String number, String accessKey) {
    throw new UnsupportedOperationException("being written");
  }

  /** The purchases of the account that is signed in, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<OrderGroupSummary> mine(Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /**
   * All purchases, newest first.
   *
   * @param text part of a number, an e-mail or a name; null or blank: any
   * @param status only these; null: any
   */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public Page<OrderGroupSummary> search(String text, OrderGroupStatus status, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  /** Who got what of a purchase, with the reason for every cent. */
  @Allowed({Role.SUPPORT, Role.FINANCE})
  @Transactional
  public SplitView split(String number) {
    throw new UnsupportedOperationException("being written");
  }
}
