package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderReading;

/**
 * Goes on with a checkout that was cut off: an earlier request with the same key opened an order
 * and never answered. The sweeper is bringing its payment to an end; here the buyer only learns
 * where it stands.
 */
@ApplicationScoped
public class Resumption {

  private OrderReading orders;

  protected Resumption() {}

  @Inject
  public Resumption(OrderReading orders) {
    this.orders = orders;
  }

  /** The order that a cut-off request left for this cart, unless it left none that lives. */
  @Allowed(Role.ANYONE)
  @Transactional
  public Optional<OrderGroupView> of(UUID cart) {
    return orders.findLiveOfCart(cart).map(orders::complete);
  }
}
