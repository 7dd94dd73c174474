package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OrderGroupView;

/** From a cart to a paid order. */
@ApplicationScoped
public class Checkout {

  /**
   * Orders the cart and takes the money.
   *
   * @return the order group: PAID, or AWAITING_PAYMENT while the payment is under way
   * @throws org.halles.marketplace.order.QuoteChanged if price, stock or total are not what the
   *     buyer saw
   * @throws org.halles.marketplace.order.CartAlreadyOrdered if the cart has a live order
   * @throws PaymentDeclined if no money came; the cart is kept
   * @throws GatewayUnavailable if the gateway is down; the cart is kept
   */
  @Allowed(Role.ANYONE)
  public OrderGroupView pay(CheckoutRequest request) {
    throw new UnsupportedOperationException("being written");
  }
}
