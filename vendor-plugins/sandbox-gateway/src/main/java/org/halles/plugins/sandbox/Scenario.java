package org.halles.plugins.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.spi.PaymentOutcome.Declined;

/** What a token makes happen. The only table of them. */
enum Scenario {
  APPROVED("approved", Operation.SUCCEEDED, Duration.ZERO),
  DECLINED("declined", "card-declined", Duration.ZERO),
  INSUFFICIENT_FUNDS("insufficient-funds", "insufficient-funds", Duration.ZERO),
  /** Nothing is decided until a person decides. */
  REQUIRES_ACTION("requires-action", null, null),
  PENDING_APPROVED("pending-approved", Operation.SUCCEEDED, Duration.ofSeconds(3)),
  PENDING_DECLINED("pending-declined", "card-declined", Duration.ofSeconds(3)),
  /** Charged, but the answer never arrives. */
  TIMEOUT_CHARGED("timeout-charged", Operation.SUCCEEDED, Duration.ZERO),
  /** The request never arrives. */
  TIMEOUT_NOT_CHARGED("timeout-not-charged", null, null),
  /** Charged; the first attempt to give money of it back is refused, the next ones are not. */
  REFUND_REFUSED("refund-refused", Operation.SUCCEEDED, Duration.ZERO),
  /** Held for a short while only; charged at once like any other. */
  HOLD_SHORT("hold-short", Operation.SUCCEEDED, Duration.ZERO),
  /** Held, and the capture is refused. */
  CAPTURE_REFUSED("capture-refused", Operation.SUCCEEDED, Duration.ZERO),
  /** Held and captured, but the answer to the capture never arrives. */
  CAPTURE_TIMEOUT("capture-timeout", Operation.SUCCEEDED, Duration.ZERO),
  ERROR("error", Declined.UNAVAILABLE, Duration.ZERO),
  UNKNOWN_TOKEN("", "unknown-token", Duration.ZERO);

  private final String token;
  private final String outcome;
  private final Duration settlesAfter;

  Scenario(String token, String outcome, Duration settlesAfter) {
    this.token = token;
    this.outcome = outcome;
    this.settlesAfter = settlesAfter;
  }

  /** The scenario of this token; a token nobody defined is one too. */
  static Scenario of(String token) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.token.equals(token) && scenario != UNKNOWN_TOKEN)
        .findFirst()
        .orElse(UNKNOWN_TOKEN);
  }

  /** {@code succeeded}, or the code of the refusal, or empty while a person must decide. */
  Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** How long after the request the outcome is known; empty while a person must decide. */
  Optional<Duration> settlesAfter() {
    return Optional.ofNullable(settlesAfter);
  }

  /**
   * How long money is held that is not captured.
   *
   * @param usual as the account says
   */
  Duration heldFor(Duration usual) {
    return this == HOLD_SHORT ? Duration.ofSeconds(20) : usual;
  }

  /** What to tell the buyer about a refusal. Never repeats the token: it might be a card number. */
  static String message(String code) {
    return switch (code) {
      case "card-declined" -> "The bank declined the payment.";
      case "insufficient-funds" -> "There is not enough money on this account.";
      case "action-declined" -> "The payment was not confirmed.";
      case "abandoned" -> "The buyer pays in another way.";
      case "action-expired" -> "The payment was not confirmed in time.";
      case "unknown-token" -> "The sandbox does not know this token; it knows " + tokens() + ".";
      case "invalid-delay" -> "delayMs must be a whole number of milliseconds from 0 to 30000.";
      case "refund-refused" ->
          "The charge does not exist, was not paid, is of another currency, or less is left of it.";
      case "account-closed" -> "The buyer's account is closed.";
      case "capture-refused" ->
          "Nothing is held under this key any more, less than that, or the bank takes it back.";
      case "captured" -> "What was held has been captured.";
      case "balance-too-low" -> "The balance at the gateway is lower than this payout.";
      case Declined.UNAVAILABLE -> "The gateway is down and took nothing.";
      case Declined.NEVER_RECEIVED -> "The gateway never received this payment.";
      default -> "The payment was refused: " + code + ".";
    };
  }

  private static String tokens() {
    return Arrays.stream(values())
        .filter(scenario -> scenario != UNKNOWN_TOKEN)
        .map(scenario -> scenario.token)
        .collect(Collectors.joining(", "));
  }
}
