package org.halles.marketplace.refund;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A refused refund about which nothing more can be decided, or not so. */
public final class CannotRetry extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotRetry(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static CannotRetry decided(RefusedRefund refused) {
    return new CannotRetry(
        "refused-refund-decided",
        "the refund of "
            + refused.amount()
            + " of order "
            + refused.orderGroup()
            + " was taken care of before: "
            + refused.outcome(),
        Map.of("order", refused.orderGroup(), "amount", refused.amount()));
  }

  static CannotRetry lineTaken(String bankReference) {
    return new CannotRetry(
        "bank-line-taken",
        "line " + bankReference + " of the statement was recorded for another refund",
        Map.of("reference", bankReference));
  }
}
