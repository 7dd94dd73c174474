package org.halles.marketplace.pricing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Refusal;

/** Somebody would order with the cart of another account: what it costs depends on who buys. */
public final class CartOfAnother extends Refusal {

  private static final long serialVersionUID = 1L;

  private CartOfAnother(UUID cart) {
    super(
        Kind.UNPROCESSABLE,
        "cart-of-another",
        "the cart is another account's: start a cart of your own and order with that",
        Map.of("cart", cart.toString()));
  }

  static void check(CartFacts facts, Optional<UUID> caller) {
    UUID owner = facts.header().accountId();
    if (owner != null && caller.isPresent() && !caller.get().equals(owner)) {
      throw new CartOfAnother(facts.header().id());
    }
  }
}
