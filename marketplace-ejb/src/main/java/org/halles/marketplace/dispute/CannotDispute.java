package org.halles.marketplace.dispute;

import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** Not now, not so much, or not this way. */
public final class CannotDispute extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotDispute(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotDispute tooMuch(Money wanted, Money left) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "dispute-too-large",
        wanted + " cannot be disputed: at most " + left + " of this order can still go back",
        Map.of("wanted", wanted, "left", left));
  }

  static CannotDispute already(String number, String open) {
    return new CannotDispute(
        Kind.CONFLICT,
        "already-disputed",
        "order " + number + " is disputed already: add what you have to say to " + open,
        Map.of("order", number, "dispute", open));
  }

  static CannotDispute tooLate(String number, Instant until) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "dispute-too-late",
        "order " + number + " could be disputed until " + until + ": write to the vendor instead",
        Map.of("order", number, "until", until));
  }

  static CannotDispute decided(String number, DisputeStatus status) {
    return new CannotDispute(
        Kind.CONFLICT,
        "dispute-decided",
        "dispute " + number + " is decided (" + status + "): nothing changes it any more",
        Map.of("dispute", number, "status", status.name()));
  }

  static CannotDispute notForBuyers(String number) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "only-chargebacks-are-contested",
        "dispute " + number + " is a buyer's: resolve it instead",
        Map.of("dispute", number));
  }

  static CannotDispute bankDecides(String number) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "the-bank-decides",
        "dispute " + number + " is a chargeback, which the bank decides: accept or contest it",
        Map.of("dispute", number));
  }

  static CannotDispute nothingUncovered() {
    return new CannotDispute(
        Kind.CONFLICT,
        "chargeback-is-no-loss",
        "this chargeback is booked by now, or fits its purchase: compare again",
        Map.of());
  }

  static CannotDispute bankNotDecided(String reference) {
    return new CannotDispute(
        Kind.CONFLICT,
        "bank-has-not-decided",
        "the bank has not decided about " + reference + " yet: wait, it may give the money back",
        Map.of("reference", reference));
  }

  static CannotDispute refundUnderWay() {
    return new CannotDispute(
        Kind.CONFLICT,
        "refund-under-way",
        "a refund of the same purchase is under way or was refused: settle it first, for it may"
            + " leave money to take",
        Map.of());
  }

  static CannotDispute alreadySent(String number) {
    return new CannotDispute(
        Kind.CONFLICT,
        "evidence-already-sent",
        "the bank has its answer to " + number + ": it takes one, and decides now",
        Map.of("dispute", number));
  }

  static CannotDispute evidenceTooLate(String number, Instant until) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "evidence-too-late",
        "evidence about " + number + " was taken until " + until + ": write to the marketplace",
        Map.of("dispute", number, "until", until));
  }

  static CannotDispute gatewayRefuses(String number, String gateway) {
    return new CannotDispute(
        Kind.UNPROCESSABLE,
        "gateway-takes-no-answer",
        "gateway " + gateway + " takes no answer to " + number + ": its time is over or decided",
        Map.of("dispute", number, "gateway", gateway));
  }
}
