package org.halles.marketplace.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Authorised;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;
import org.halles.spi.PaymentOutcome.RequiresAction;
import org.halles.spi.PaymentOutcome.Unknown;

/**
 * A gateway in memory whose token says what happens: {@code approved}, {@code declined}, {@code
 * lost-answer} (charged, and nobody is told), {@code lost-request}, {@code pending}, {@code
 * action}. Keeps a fee of one minor unit.
 */
public final class FakeGateway implements PaymentGateway {

  private record Operation(String kind, Money amount, PaymentOutcome outcome, Instant at) {}

  private static final Duration HELD_FOR = Duration.ofDays(7);
  private static final String RELEASED = "released";

  private final Clock clock = new PlatformClock();
  private final Map<String, Operation> operations = new ConcurrentHashMap<>();
  private final Map<String, PaymentOutcome> nextPayouts = new ConcurrentHashMap<>();
  private final Map<String, Chargeback> chargebacks = new ConcurrentHashMap<>();
  private final Map<String, Evidence> evidence = new ConcurrentHashMap<>();
  private final Map<String, String> refundedOf = new ConcurrentHashMap<>();
  private final AtomicInteger effects = new AtomicInteger();
  private final Set<String> signedUp = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wantsSignUps = new AtomicBoolean();
  private final AtomicBoolean refusing = new AtomicBoolean();
  private final AtomicBoolean losing = new AtomicBoolean();
  private final AtomicReference<CaptureFault> captureFault = new AtomicReference<>();
  private final Map<String, Integer> capturesAsked = new ConcurrentHashMap<>();
  private final Map<String, String> endedBy = new ConcurrentHashMap<>();
  private final Map<String, GatewayTransaction> strange = new ConcurrentHashMap<>();

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    return switch (request.token()) {
      case "approved" ->
          once("charge", request.idempotencyKey(), request.amount(), approved(request.amount()));
      case "declined" ->
          once(
              "charge",
              request.idempotencyKey(),
              request.amount(),
              new Declined("card-declined", "The bank declined the payment."));
      case "lost-answer" -> {
        once("charge", request.idempotencyKey(), request.amount(), approved(request.amount()));
        yield new Unknown("no answer");
      }
      case "pending" ->
          once("charge", request.idempotencyKey(), request.amount(), new Pending("p"));
      case "action" ->
          once(
              "charge",
              request.idempotencyKey(),
              request.amount(),
              new RequiresAction("a", "/bank"));
      default -> new Unknown("no answer");
    };
  }

  @Override
  public boolean authorises() {
    return true;
  }

  /** Holds for a week; the tokens are those of charges. */
  @Override
  public PaymentOutcome authorise(ChargeRequest request) {
    PaymentOutcome outcome =
        switch (request.token()) {
          case "approved", "lost-answer" -> held();
          case "declined" -> new Declined("card-declined", "The bank declined the payment.");
          case "pending" -> new Pending("p");
          case "action" -> new RequiresAction("a", "/bank");
          default -> new Unknown("no answer");
        };
    if (outcome instanceof Unknown) {
      return outcome;
    }
    PaymentOutcome told = once("authorise", request.idempotencyKey(), request.amount(), outcome);
    return request.token().equals("lost-answer") ? new Unknown("no answer") : told;
  }

  private Authorised held() {
    return new Authorised("held", clock.instant().plus(HELD_FOR).truncatedTo(ChronoUnit.MICROS));
  }

  /** What may go wrong with a capture that is possible. */
  public enum CaptureFault {
    /** It is refused for good. */
    REFUSED,
    /** The gateway says that it is down and took nothing. */
    DOWN,
    /** It is taken, and nobody is told. */
    ANSWER_LOST,
    /** It is taken, and the gateway says that it is not. */
    TAKEN_UNSAID
  }

  /** This goes wrong with the next capture. */
  public void failNextCapture(CaptureFault how) {
    captureFault.set(how);
  }

  /** How often it was asked to capture under this key. */
  public int capturesAsked(String key) {
    return capturesAsked.getOrDefault(key, 0);
  }

  @Override
  public synchronized PaymentOutcome capture(CaptureRequest request) {
    capturesAsked.merge(request.idempotencyKey(), 1, Integer::sum);
    Operation hold = operations.get(request.authorisationKey());
    boolean possible =
        hold != null
            && hold.outcome() instanceof Authorised held
            && held.until().isAfter(clock.instant())
            && request.amount().compareTo(hold.amount()) <= 0
            && !endedBy.containsKey(request.authorisationKey());
    CaptureFault fault = possible ? captureFault.getAndSet(null) : null;
    if (fault == CaptureFault.DOWN) {
      return new Declined(Declined.UNAVAILABLE, "The gateway is down.");
    }
    boolean taken = possible && fault != CaptureFault.REFUSED;
    PaymentOutcome told =
        once(
            "charge",
            request.idempotencyKey(),
            request.amount(),
            taken ? approved(request.amount()) : new Declined("capture-refused", "No."));
    if (tookBefore(request.idempotencyKey())) {
      endedBy.put(request.authorisationKey(), request.idempotencyKey());
      return said(told, fault);
    }
    return told;
  }

  /** What was refused once under a key stays refused, however often it is asked again. */
  private boolean tookBefore(String key) {
    Operation made = operations.get(key);
    return made != null && made.outcome() instanceof Approved;
  }

  private static PaymentOutcome said(PaymentOutcome told, CaptureFault fault) {
    if (fault == CaptureFault.TAKEN_UNSAID) {
      return new Declined("capture-refused", "No.");
    }
    return fault == CaptureFault.ANSWER_LOST ? new Unknown("no answer") : told;
  }

  @Override
  public synchronized PaymentOutcome release(String authorisationKey) {
    if (Trouble.line() != Trouble.Line.CLEAR) {
      return new Unknown("no answer");
    }
    String by = endedBy.putIfAbsent(authorisationKey, RELEASED);
    return by == null || by.equals(RELEASED)
        ? new Approved("released", Money.zero(Market.EUR))
        : new Declined("captured", "It was captured.");
  }

  /** True if nothing is held under this key any more that nobody captured. */
  public boolean letGo(String authorisationKey) {
    return RELEASED.equals(endedBy.get(authorisationKey));
  }

  /** Gives up what waits for its buyer. */
  @Override
  public PaymentOutcome cancel(String key) {
    if (find(key) instanceof RequiresAction) {
      decide(key, new Declined("abandoned", "The buyer pays in another way."));
    }
    return find(key);
  }

  private PaymentOutcome once(String kind, String key, Money amount, PaymentOutcome outcome) {
    Trouble.point("before the gateway heard of a " + kind);
    Trouble.Line line = Trouble.line();
    if (line == Trouble.Line.REQUEST_LOST) {
      return new Unknown("the request was lost");
    }
    PaymentOutcome told =
        operations
            .computeIfAbsent(
                key,
                unseen -> {
                  effects.incrementAndGet();
                  return new Operation(kind, amount, outcome, clock.instant());
                })
            .outcome();
    Trouble.point("after the gateway did a " + kind);
    return line == Trouble.Line.ANSWER_LOST ? new Unknown("the answer was lost") : told;
  }

  private static Approved approved(Money amount) {
    return new Approved("ref", new Money(1, amount.currency()));
  }

  /** What a pending operation comes to, or what happens to one behind our back. */
  public void decide(String key, PaymentOutcome outcome) {
    operations.computeIfPresent(
        key, (same, before) -> new Operation(before.kind(), before.amount(), outcome, before.at()));
  }

  /** Something happened at the gateway without us, or twice. */
  public void happen(GatewayTransaction line) {
    strange.put(line.reference(), line);
  }

  /** The gateway keeps another fee of a charge than it told. */
  public void keep(String key, Money fee) {
    decide(key, new Approved("ref", fee));
  }

  /** The gateway loses an operation, or what was strange under a reference. */
  public void lose(String keyOrReference) {
    operations.remove(keyOrReference);
    strange.remove(keyOrReference);
  }

  /** Decides that a pending charge succeeded. */
  public void approve(String key) {
    Operation waiting = operations.get(key);
    decide(key, waiting.kind().equals("authorise") ? held() : approved(waiting.amount()));
  }

  /** A payout that was on its way arrives. */
  public void finishPayout(String key) {
    if (operations.containsKey(key) && operations.get(key).outcome() instanceof Pending) {
      decide(key, new Approved("payout", Money.zero(operations.get(key).amount().currency())));
    }
  }

  /** A charge that nobody expects any more takes the money. */
  public void takeAnyway(String key, Money amount) {
    once("charge", key, amount, approved(amount));
  }

  /** True if it ever received this key. */
  public boolean knows(String key) {
    return operations.containsKey(key);
  }

  /** How many operations ever had an effect. */
  public int effects() {
    return effects.get();
  }

  @Override
  public PaymentOutcome find(String key) {
    if (Trouble.line() != Trouble.Line.CLEAR) {
      return new Unknown("no answer");
    }
    Operation known = operations.get(key);
    return known == null
        ? new Declined(Declined.NEVER_RECEIVED, "Never received.")
        : known.outcome();
  }

  /** From now on it pays only whom it knows, or everybody. */
  public void wantSignUps(boolean wants) {
    wantsSignUps.set(wants);
  }

  /** The vendor has told the gateway all it wanted to know. */
  public void signedUp(UUID vendor) {
    signedUp.add(vendor.toString());
  }

  @Override
  public boolean needsSignUp() {
    return wantsSignUps.get();
  }

  @Override
  public Payee payee(PayeeRequest request) {
    boolean known = signedUp.contains(request.recipient());
    return new Payee(
        known,
        known || request.returnUrl() == null
            ? Optional.empty()
            : Optional.of("https://fake.example/sign-up"));
  }

  /** The next refund is refused for good. */
  public void refuseNextRefund() {
    refusing.set(true);
  }

  /** It refuses nothing any more that it was told to refuse. */
  public void willing() {
    refusing.set(false);
    captureFault.set(null);
    losing.set(false);
  }

  /** The next refund never reaches it. */
  public void loseNextRefund() {
    losing.set(true);
  }

  @Override
  public PaymentOutcome refund(RefundRequest request) {
    if (losing.getAndSet(false)) {
      return new Unknown("the request was lost");
    }
    PaymentOutcome outcome =
        refusing.getAndSet(false)
            ? new Declined("account-closed", "The buyer's account is closed.")
            : isCoveredBy(request)
                ? new Approved("refund", Money.zero(request.amount().currency()))
                : new Declined("charge-disputed", "The buyer's bank has taken this back.");
    refundedOf.putIfAbsent(request.idempotencyKey(), request.chargeKey());
    return once("refund", request.idempotencyKey(), request.amount(), outcome);
  }

  private boolean isCoveredBy(RefundRequest request) {
    return operations.containsKey(request.idempotencyKey())
        || !operations.containsKey(request.chargeKey())
        || request.amount().compareTo(left(request.chargeKey())) <= 0;
  }

  /** What neither the buyer nor the buyer's bank has taken back of a charge. */
  public Money left(String chargeKey) {
    Money charged = operations.get(chargeKey).amount();
    Stream<Money> refunds =
        operations.entrySet().stream()
            .filter(one -> chargeKey.equals(refundedOf.get(one.getKey())))
            .filter(one -> !(one.getValue().outcome() instanceof Declined))
            .map(one -> one.getValue().amount());
    Stream<Money> disputed =
        chargebacks.values().stream()
            .filter(one -> one.chargeKey().equals(chargeKey))
            .filter(one -> one.state() != ChargebackState.WON)
            .map(one -> one.state() == ChargebackState.PARTLY ? one.kept() : one.amount());
    return charged.minus(Money.sum(charged.currency(), Stream.concat(refunds, disputed).toList()));
  }

  /** The buyer's bank takes money of a charge back, and the gateway keeps 15.00 for it. */
  public String chargeBack(String chargeKey, Money amount) {
    String reference = "cb-" + UUID.randomUUID();
    Instant now = clock.instant();
    chargebacks.put(
        reference,
        new Chargeback(
            reference,
            chargeKey,
            amount,
            new Money(1500, amount.currency()),
            "fraudulent",
            ChargebackState.OPEN,
            now,
            now.plusSeconds(600_000)));
    return reference;
  }

  /** The bank decides; won, the gateway gives its fee back. */
  public void decideChargeback(String reference, boolean won) {
    move(reference, won ? ChargebackState.WON : ChargebackState.LOST);
  }

  /** The bank gives a part back; the gateway keeps its fee. */
  public void decideChargeback(String reference, Money kept) {
    chargebacks.computeIfPresent(
        reference,
        (same, before) ->
            new Chargeback(
                reference,
                before.chargeKey(),
                before.amount(),
                before.fee(),
                before.reason(),
                ChargebackState.PARTLY,
                before.at(),
                before.answerBy(),
                kept));
  }

  /** What was sent to the bank about a chargeback. */
  public Evidence evidence(String reference) {
    return evidence.get(reference);
  }

  private boolean move(String reference, ChargebackState to) {
    chargebacks.computeIfPresent(
        reference,
        (same, before) ->
            new Chargeback(
                reference,
                before.chargeKey(),
                before.amount(),
                to == ChargebackState.WON ? Money.zero(before.amount().currency()) : before.fee(),
                before.reason(),
                to,
                before.at(),
                before.answerBy()));
    return true;
  }

  @Override
  public Optional<Chargeback> chargeback(String reference) {
    return Optional.ofNullable(chargebacks.get(reference));
  }

  @Override
  public List<Chargeback> chargebacksSince(Instant since, int limit) {
    Instant now = clock.instant();
    return chargebacks.values().stream()
        .filter(one -> !one.at().isBefore(since) && !one.at().isAfter(now))
        .sorted(Comparator.comparing(Chargeback::at).thenComparing(Chargeback::reference))
        .limit(limit)
        .toList();
  }

  @Override
  public boolean contest(String reference, Evidence proof) {
    evidence.putIfAbsent(reference, proof);
    return chargebacks.get(reference).state() == ChargebackState.OPEN
        && move(reference, ChargebackState.CONTESTED);
  }

  @Override
  public boolean accept(String reference) {
    return move(reference, ChargebackState.LOST);
  }

  @Override
  public boolean paysOut() {
    return true;
  }

  /** Pays at once, unless {@link #nextPayout(Object, PaymentOutcome)} said otherwise. */
  @Override
  public PaymentOutcome payOut(PayoutRequest request) {
    PaymentOutcome planned = nextPayouts.remove(request.recipient());
    if (planned instanceof Unknown lost) {
      return lost;
    }
    return once(
        "payout",
        request.idempotencyKey(),
        request.amount(),
        planned == null
            ? new Approved("payout", Money.zero(request.amount().currency()))
            : planned);
  }

  /** What the next payout to somebody comes to; {@link Unknown}: it is never received. */
  public void nextPayout(Object recipient, PaymentOutcome outcome) {
    nextPayouts.put(recipient.toString(), outcome);
  }

  /** Nothing is planned any more for payouts to somebody. */
  public void payAtOnce(Object recipient) {
    nextPayouts.remove(recipient.toString());
  }

  /** A signature is right if it says so; the body is an event's id, a key, and perhaps a type. */
  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    String[] parts = new String(body, StandardCharsets.UTF_8).split(" ");
    return "right".equals(headers.get("signature"))
        ? Optional.of(
            new GatewayEvent(
                parts[0], parts[1], parts.length > 2 ? parts[2] : "charge", clock.instant()))
        : Optional.empty();
  }

  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return Stream.of(
            operations.entrySet().stream()
                .filter(entry -> !entry.getValue().kind().equals("authorise"))
                .map(entry -> line(entry.getKey(), entry.getValue())),
            chargebacks.values().stream().map(FakeGateway::line),
            strange.values().stream())
        .flatMap(lines -> lines)
        .filter(line -> !line.at().isBefore(since))
        .sorted(
            Comparator.comparing(GatewayTransaction::at)
                .thenComparing(GatewayTransaction::reference))
        .limit(limit)
        .toList();
  }

  private static GatewayTransaction line(String key, Operation operation) {
    Money none = Money.zero(operation.amount().currency());
    boolean succeeded = operation.outcome() instanceof Approved;
    return new GatewayTransaction(
        "ref-" + key,
        key,
        operation.kind(),
        succeeded ? "succeeded" : operation.outcome() instanceof Pending ? "pending" : "failed",
        operation.amount(),
        operation.outcome() instanceof Approved approved ? approved.fee() : none,
        operation.at());
  }

  private static GatewayTransaction line(Chargeback one) {
    String status =
        switch (one.state()) {
          case OPEN, CONTESTED -> "pending";
          case LOST, PARTLY -> "succeeded";
          case WON -> "failed";
        };
    Money amount = one.state() == ChargebackState.PARTLY ? one.kept() : one.amount();
    return new GatewayTransaction(
        one.reference(), one.reference(), "chargeback", status, amount, one.fee(), one.at());
  }
}
