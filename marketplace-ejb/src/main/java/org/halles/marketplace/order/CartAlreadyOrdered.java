package org.halles.marketplace.order;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** This cart was ordered before; a cart becomes at most one live order. */
public final class CartAlreadyOrdered extends Refusal {

  private static final long serialVersionUID = 1L;

  public CartAlreadyOrdered(String number) {
    super(
        Kind.CONFLICT,
        "cart-already-ordered",
        "this cart was already ordered as " + number,
        Map.of("orderGroup", number));
  }
}
