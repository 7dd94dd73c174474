package org.halles.marketplace.order;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Nothing of this order can be shipped: not paid yet, or all of it left or ended. */
public final class CannotShip extends Refusal {

  private static final long serialVersionUID = 1L;

  static final String MONEY_UNDER_WAY = "money-under-way";

  CannotShip(String number, VendorOrderStatus status) {
    super(
        Kind.CONFLICT,
        "nothing-to-ship",
        "order " + number + " is " + status + ": there is nothing left to ship",
        Map.of("status", status.name()));
  }

  private CannotShip(String code, String message, String number) {
    super(Kind.CONFLICT, code, message, Map.of("order", number));
  }

  /** Work and files reach the buyer without a carrier. */
  static CannotShip noParcel(String number) {
    return new CannotShip(
        "no-parcel",
        "what is left of order "
            + number
            + " needs no parcel: mark the work as done; files open by themselves",
        number);
  }

  /** The gateway has not said yet whether it gives the money it holds. */
  public static CannotShip moneyUnderWay(String number) {
    return new CannotShip(
        MONEY_UNDER_WAY,
        "the money of order " + number + " is being taken: ship it in a minute, when it is here",
        number);
  }

  /** The gateway does not give what it held: there is no order any more. */
  public static CannotShip moneyRefused(String number) {
    return new CannotShip(
        "money-refused",
        "the buyer's bank did not give the money of order " + number + ": keep it, it is cancelled",
        number);
  }
}
