package org.halles.marketplace.cart;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** The cart was ordered; what it holds is agreed. */
public final class CartClosed extends Refusal {

  private static final long serialVersionUID = 1L;

  CartClosed(UUID cartId) {
    super(
        Kind.CONFLICT,
        "cart-already-ordered",
        "this cart was ordered and cannot be changed: start a new one",
        Map.of("cart", cartId.toString()));
  }
}
