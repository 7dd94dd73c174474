package org.halles.plugins.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.halles.spi.PaymentOutcome.Unknown;

/**
 * One row of the sandbox's books. Its state is a function of what is stored and of the time: a
 * payment settles although no thread touches it.
 *
 * @param amount null only for {@code unseen} and {@code never}
 * @param outcome {@code succeeded}, a refusal's code, or null while the buyer must act
 * @param heldUntil when held money is let go; null if none is held by this
 * @param settlesAt when the outcome becomes known, or null while the buyer must act
 */
record Operation(
    String key,
    String reference,
    String kind,
    String chargeKey,
    Money amount,
    Money fee,
    String outcome,
    Instant settlesAt,
    String orderReference,
    String returnUrl,
    Instant createdAt,
    Instant heldUntil) {

  static final String SUCCEEDED = "succeeded";

  /** Holds money without taking it. */
  static final String AUTHORISE = "authorise";

  /** Asked about before it was ever sent: it may still arrive. */
  static final String UNSEEN = "unseen";

  /** Asked about and given up: it will be refused if it arrives. */
  static final String NEVER = "never";

  static final Duration TIME_TO_ACT = Duration.ofMinutes(30);

  private static final String ACTION_PATH = "/api/v1/sandbox-gateway/actions/";

  PaymentOutcome outcomeAt(Instant now) {
    if (kind.equals(NEVER)) {
      return declined(Declined.NEVER_RECEIVED);
    }
    if (kind.equals(UNSEEN)) {
      return new Unknown("the gateway has not received " + key + " yet");
    }
    return switch (statusAt(now)) {
      case "succeeded" -> done();
      case "pending" -> new Pending(reference);
      case "requires-action" -> new RequiresAction(reference, ACTION_PATH + reference);
      default -> declined(outcome == null ? "action-expired" : outcome);
    };
  }

  private PaymentOutcome done() {
    return kind.equals(AUTHORISE)
        ? new Authorised(reference, heldUntil)
        : new Approved(reference, fee);
  }

  /** The words of {@link GatewayTransaction#status}. */
  String statusAt(Instant now) {
    if (settlesAt == null) {
      return now.isAfter(createdAt.plus(TIME_TO_ACT)) ? "failed" : "requires-action";
    }
    if (now.isBefore(settlesAt)) {
      return "pending";
    }
    return outcome.equals(SUCCEEDED) ? "succeeded" : "failed";
  }

  /** When the state it has now began. */
  Instant lastEventAt() {
    return settlesAt == null ? createdAt : settlesAt;
  }

  GatewayTransaction journalLine(Instant now) {
    return new GatewayTransaction(
        reference, key, kind, statusAt(now), amount, paidFee(now), createdAt);
  }

  private Money paidFee(Instant now) {
    return statusAt(now).equals("succeeded") ? fee : Money.zero(amount.currency());
  }

  private static Declined declined(String code) {
    return new Declined(code, Scenario.message(code));
  }
}
