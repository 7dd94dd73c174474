package org.halles.marketplace.payout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A bank account that is not confirmed so; says why. */
public final class CannotConfirmAccount extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotConfirmAccount(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotConfirmAccount byTheSame(String ending) {
    return new CannotConfirmAccount(
        Kind.FORBIDDEN,
        "account-needs-another-person",
        "you named the account ending in "
            + ending
            + ": ask another person with the finance role to confirm it",
        Map.of("ending", ending));
  }

  static CannotConfirmAccount otherSince() {
    return new CannotConfirmAccount(
        Kind.CONFLICT,
        "account-proposal-gone",
        "this account was decided or replaced since: look at what is proposed now",
        Map.of());
  }
}
