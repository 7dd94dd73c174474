package org.halles.marketplace.order;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Nothing of this order can be shipped: not paid yet, or all of it left. */
public final class CannotShip extends Refusal {

  private static final long serialVersionUID = 1L;

  CannotShip(String number, VendorOrderStatus status) {
    super(
        Kind.CONFLICT,
        "nothing-to-ship",
        "order " + number + " is " + status + ": there is nothing left to ship",
        Map.of("status", status.name()));
  }
}
