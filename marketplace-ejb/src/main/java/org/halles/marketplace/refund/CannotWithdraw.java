package org.halles.marketplace.refund;

import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The purchase of a gift card cannot be undone any more; says why. */
public final class CannotWithdraw extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotWithdraw(String code, String message, Map<String, Object> facts) {
    super(Kind.CONFLICT, code, message, facts);
  }

  static CannotWithdraw unpaid(String number) {
    return new CannotWithdraw(
        "gift-card-unpaid",
        "purchase " + number + " is not paid: there is nothing to undo",
        Map.of());
  }

  static CannotWithdraw used(String number) {
    return new CannotWithdraw(
        "gift-card-used",
        "the gift card of purchase " + number + " is not whole any more: it was used, or blocked",
        Map.of());
  }

  static CannotWithdraw tooLate(String number, Instant until) {
    return new CannotWithdraw(
        "gift-card-withdrawal-over",
        "the right to withdraw from purchase " + number + " ended at " + until,
        Map.of("until", until));
  }
}
