package org.halles.marketplace.order;

import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** This order cannot be paid by another attempt now. */
public final class CannotPayAgain extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotPayAgain(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static CannotPayAgain ended(String number, OrderGroupStatus status) {
    return new CannotPayAgain(
        "order-not-payable",
        "order " + number + " is " + status + ": nothing of it is left to pay",
        Map.of("status", status.name()));
  }

  /** Another attempt is under way. */
  public static CannotPayAgain underWay(String number, String gateway) {
    return new CannotPayAgain(
        "payment-under-way",
        "a payment of order "
            + number
            + " is under way with "
            + gateway
            + ": wait for its end, so that nothing is paid twice",
        Map.of("gateway", gateway));
  }

  static CannotPayAgain tooLate(String number, Instant until) {
    return new CannotPayAgain(
        "order-too-old-to-pay",
        "order " + number + " could be paid until " + until + ": order the cart anew",
        Map.of("until", until));
  }

  static CannotPayAgain changed(String number) {
    return new CannotPayAgain(
        "order-changed-since",
        "what order " + number + " was made of has changed since, or is gone: order the cart anew",
        Map.of("order", number));
  }
}
