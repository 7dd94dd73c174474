package org.halles.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Unknown;
import org.halles.spi.SimulatedAction.SignedMessage;

/** A gateway that keeps the contract in memory, with switches to break one promise each. */
class MemoryGateway implements PaymentGateway {

  enum Fault {
    NONE,
    CHARGES_TWICE,
    FORGETS,
    APPROVES_DECLINED_KEYS,
    REFUNDS_TOO_MUCH,
    REFUNDS_TWICE,
    BELIEVES_ANYBODY,
    LOSES_THE_CURRENCY,
    INVENTS_CHARGES
  }

  private record Entry(GatewayTransaction line, PaymentOutcome outcome, String chargeKey) {}

  private final Fault fault;
  private final Map<String, Entry> byKey = new LinkedHashMap<>();
  private final List<GatewayTransaction> journal = new ArrayList<>();

  MemoryGateway(Fault fault) {
    this.fault = fault;
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public synchronized PaymentOutcome charge(ChargeRequest request) {
    Entry known = byKey.get(request.idempotencyKey());
    boolean again =
        fault == Fault.CHARGES_TWICE
            || fault == Fault.APPROVES_DECLINED_KEYS
                && known != null
                && known.outcome() instanceof Declined;
    if (known != null && !again) {
      return known.outcome();
    }
    PaymentOutcome outcome =
        request.token().equals("yes")
            ? new Approved(UUID.randomUUID().toString(), request.amount().times(0))
            : new Declined("card-declined", "no");
    return keep("charge", request.idempotencyKey(), request.amount(), outcome, null);
  }

  @Override
  public synchronized PaymentOutcome find(String key) {
    Entry known = fault == Fault.FORGETS ? null : byKey.get(key);
    if (known != null) {
      return known.outcome();
    }
    return fault == Fault.INVENTS_CHARGES
        ? new Approved("none", Money.of(0, "EUR"))
        : new Unknown("never seen");
  }

  @Override
  public synchronized PaymentOutcome refund(RefundRequest request) {
    Entry known = byKey.get(request.idempotencyKey());
    if (known != null && fault != Fault.REFUNDS_TWICE) {
      return known.outcome();
    }
    boolean possible =
        fault == Fault.REFUNDS_TOO_MUCH || left(request.chargeKey()) >= request.amount().minor();
    PaymentOutcome outcome =
        possible
            ? new Approved(UUID.randomUUID().toString(), request.amount().times(0))
            : new Declined("too-much", "no");
    return keep("refund", request.idempotencyKey(), request.amount(), outcome, request.chargeKey());
  }

  private long left(String chargeKey) {
    long left = 0;
    for (Entry entry : byKey.values()) {
      if (entry.outcome() instanceof Approved) {
        long amount = entry.line().amount().minor();
        left += entry.line().idempotencyKey().equals(chargeKey) ? amount : 0;
        left -= chargeKey.equals(entry.chargeKey()) ? amount : 0;
      }
    }
    return left;
  }

  private PaymentOutcome keep(
      String kind, String key, Money amount, PaymentOutcome outcome, String chargeKey) {
    Money kept = fault == Fault.LOSES_THE_CURRENCY ? Money.of(amount.minor(), "USD") : amount;
    GatewayTransaction line =
        new GatewayTransaction(
            UUID.randomUUID().toString(),
            key,
            kind,
            outcome instanceof Approved ? "succeeded" : "failed",
            kept,
            kept.times(0),
            Instant.now());
    byKey.put(key, new Entry(line, outcome, chargeKey));
    journal.add(line);
    return outcome;
  }

  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    String text = new String(body, StandardCharsets.UTF_8);
    boolean genuine = Integer.toString(text.hashCode()).equals(headers.get("signature"));
    return genuine || fault == Fault.BELIEVES_ANYBODY
        ? Optional.of(new GatewayEvent("e", text, "charge", Instant.EPOCH))
        : Optional.empty();
  }

  SignedMessage message(String key) {
    return new SignedMessage(
        key.getBytes(StandardCharsets.UTF_8),
        Map.of("signature", Integer.toString(key.hashCode())));
  }

  @Override
  public synchronized List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return journal.stream().filter(line -> !line.at().isBefore(since)).limit(limit).toList();
  }
}
