package org.halles.plugins.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.CaptureRequest;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentGateway.PayoutRequest;
import org.halles.spi.PaymentGateway.RefundRequest;

/** Turns what was asked into the row that will be kept. */
final class Requests {

  /** How the reference of a charge begins whose first refund is refused. */
  static final String REFUSING = "ch_refusing_";

  /** How the reference of held money begins whose capture is refused. */
  static final String REFUSING_CAPTURE = "au_refusing_";

  /** How the reference of held money begins whose capture is not answered. */
  static final String SILENT_CAPTURE = "au_silent_";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Requests() {}

  static Operation charge(ChargeRequest request, Account account, Scenario scenario, Instant now) {
    return charge(
        request,
        account,
        scenario.outcome().orElse(null),
        scenario.settlesAfter().map(now::plus).orElse(null),
        now,
        scenario == Scenario.REFUND_REFUSED ? REFUSING : "ch_");
  }

  static Operation refusedCharge(ChargeRequest request, Account account, String code, Instant now) {
    return charge(request, account, code, now, now, "ch_");
  }

  private static Operation charge(
      ChargeRequest request,
      Account account,
      String outcome,
      Instant settlesAt,
      Instant now,
      String prefix) {
    return new Operation(
        request.idempotencyKey(),
        prefix + unguessable(),
        "charge",
        null,
        positive(request.amount()),
        account.feeOf(request.amount()),
        outcome,
        settlesAt,
        request.reference(),
        request.returnUrl(),
        now,
        null);
  }

  static Operation authorisation(
      ChargeRequest request, Account account, Scenario scenario, Instant now) {
    return authorisation(
        request,
        account,
        scenario.outcome().orElse(null),
        scenario.settlesAfter().map(now::plus).orElse(null),
        scenario,
        now);
  }

  static Operation refusedAuthorisation(
      ChargeRequest request, Account account, String code, Instant now) {
    return authorisation(request, account, code, now, Scenario.APPROVED, now);
  }

  private static Operation authorisation(
      ChargeRequest request,
      Account account,
      String outcome,
      Instant settlesAt,
      Scenario scenario,
      Instant now) {
    return new Operation(
        request.idempotencyKey(),
        prefixOf(scenario) + unguessable(),
        Operation.AUTHORISE,
        null,
        positive(request.amount()),
        Money.zero(request.amount().currency()),
        outcome,
        settlesAt,
        request.reference(),
        request.returnUrl(),
        now,
        now.plus(scenario.heldFor(account.held())));
  }

  private static String prefixOf(Scenario scenario) {
    return switch (scenario) {
      case CAPTURE_REFUSED -> REFUSING_CAPTURE;
      case CAPTURE_TIMEOUT -> SILENT_CAPTURE;
      default -> "au_";
    };
  }

  static Operation capture(CaptureRequest request, Account account, String outcome, Instant now) {
    return new Operation(
        request.idempotencyKey(),
        "ch_" + unguessable(),
        "charge",
        request.authorisationKey(),
        positive(request.amount()),
        account.feeOf(request.amount()),
        outcome,
        now,
        request.reference(),
        null,
        now,
        null);
  }

  static Operation refund(RefundRequest request, String outcome, Instant now) {
    return new Operation(
        request.idempotencyKey(),
        "re_" + unguessable(),
        "refund",
        request.chargeKey(),
        positive(request.amount()),
        Money.zero(request.amount().currency()),
        outcome,
        now,
        request.reference(),
        null,
        now,
        null);
  }

  static Operation payout(PayoutRequest request, String outcome, Instant now) {
    return new Operation(
        request.idempotencyKey(),
        "po_" + unguessable(),
        "payout",
        null,
        positive(request.amount()),
        Money.zero(request.amount().currency()),
        outcome,
        now,
        request.reference(),
        null,
        now,
        null);
  }

  /** A key that was asked about before anything came under it. */
  static Operation unseen(String key, Instant now) {
    return new Operation(
        key,
        "un_" + unguessable(),
        Operation.UNSEEN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        now,
        null);
  }

  /** A name nobody guesses for money that was taken back. */
  static String chargebackReference() {
    return "cb_" + unguessable();
  }

  /** How long the buyer's side asks to be kept waiting; empty if it asks nonsense. */
  static Optional<Long> delayMillis(Map<String, String> options) {
    String asked = options.getOrDefault("delayMs", "0");
    return asked.matches("\\d{1,5}")
        ? Optional.of(Long.parseLong(asked)).filter(millis -> millis <= 30_000)
        : Optional.empty();
  }

  private static Money positive(Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("the amount must be above zero, not " + amount);
    }
    return amount;
  }

  private static String unguessable() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
