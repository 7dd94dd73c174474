package org.halles.marketplace.returns;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Not now, not this, or not by this person. */
public final class CannotReturn extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotReturn(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotReturn notNow(String number, ReturnStatus status) {
    return new CannotReturn(
        Kind.CONFLICT,
        "return-moved-on",
        number + " is " + status + ": this cannot be done to it any more",
        Map.of("return", number, "status", status.name()));
  }

  static CannotReturn withdrawn(String number) {
    return new CannotReturn(
        Kind.CONFLICT,
        "withdrawal-stands",
        number + " is a withdrawal: it ended the contract when it was declared, and stands",
        Map.of("return", number));
  }

  static CannotReturn tooLate(String reason, Object until) {
    return new CannotReturn(
        Kind.UNPROCESSABLE,
        "return-too-late",
        "for the reason " + reason + " goods could go back until " + until,
        Map.of("reason", reason, "until", until.toString()));
  }

  static CannotReturn noWithdrawal(String order, String why) {
    return new CannotReturn(
        Kind.UNPROCESSABLE,
        "no-withdrawal-" + why,
        "order " + order + " cannot be withdrawn from: " + why.replace('-', ' '),
        Map.of("order", order, "why", why));
  }

  static CannotReturn onlyWhole(String order) {
    return new CannotReturn(
        Kind.UNPROCESSABLE,
        "withdraw-only-whole",
        "the money of order "
            + order
            + " is only held: withdraw from all of it, or from some once the money was taken",
        Map.of("order", order));
  }

  static CannotReturn noAddress(String number) {
    return new CannotReturn(
        Kind.UNPROCESSABLE,
        "return-without-address",
        number + " has no address to be sent to: give one",
        Map.of("return", number));
  }
}
