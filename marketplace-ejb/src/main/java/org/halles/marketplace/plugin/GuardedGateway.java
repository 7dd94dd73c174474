package org.halles.marketplace.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.halles.spi.CurrencyCode;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.SimulatedAction;

/**
 * A gateway behind the door. Whatever goes wrong in a call that may move money, the outcome is
 * {@link PaymentOutcome.Unknown}: only the gateway itself can say that nothing happened. There is
 * no circuit breaker here, for a charge that was sent must be asked about until it is known.
 */
class GuardedGateway implements PaymentGateway {

  private static final Duration MOVES_MONEY = Duration.ofSeconds(15);
  private static final Duration LOOKS_UP = Duration.ofSeconds(5);

  private final Extension extension;
  private final GuardedCalls calls;
  private final Supplier<Object> configured;
  private volatile List<CurrencyCode> lastCurrencies;

  GuardedGateway(Extension extension, GuardedCalls calls, Supplier<Object> configured) {
    this.extension = extension;
    this.calls = calls;
    this.configured = configured;
  }

  /**
   * @param configured the gateway as it works now; runs its code
   */
  static GuardedGateway of(Extension extension, Workers workers, Supplier<Object> configured) {
    GuardedCalls calls = new GuardedCalls(extension, workers);
    return extension.bean() instanceof SimulatedAction
        ? new GuardedSimulation(extension, calls, configured)
        : new GuardedGateway(extension, calls, configured);
  }

  /** Within a guarded call only. */
  private PaymentGateway gateway() {
    return (PaymentGateway) configured.get();
  }

  @Override
  public String id() {
    return extension.name();
  }

  /** A gateway that is late just now still takes what it said last: no sale waits for that. */
  @Override
  public List<CurrencyCode> currencies() {
    Optional<List<CurrencyCode>> said = calls.within(LOOKS_UP, () -> gateway().currencies());
    said.ifPresent(now -> lastCurrencies = List.copyOf(now));
    return said.or(() -> Optional.ofNullable(lastCurrencies)).orElseThrow(this::away);
  }

  /** A gateway that cannot say whether it is ready is not. */
  @Override
  public boolean isReady() {
    return saysReady().orElse(false);
  }

  /** What it says; empty if it does not answer. */
  Optional<Boolean> saysReady() {
    return calls.within(LOOKS_UP, () -> gateway().isReady());
  }

  @Override
  public List<PaymentMethod> methods() {
    return calls.within(LOOKS_UP, () -> gateway().methods()).orElse(List.of());
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    return outcome(MOVES_MONEY, () -> gateway().charge(request));
  }

  @Override
  public boolean authorises() {
    return calls.within(LOOKS_UP, () -> gateway().authorises()).orElse(false);
  }

  @Override
  public PaymentOutcome authorise(ChargeRequest request) {
    return outcome(MOVES_MONEY, () -> gateway().authorise(request));
  }

  @Override
  public PaymentOutcome capture(CaptureRequest request) {
    return outcome(MOVES_MONEY, () -> gateway().capture(request));
  }

  @Override
  public PaymentOutcome release(String authorisationKey) {
    return outcome(MOVES_MONEY, () -> gateway().release(authorisationKey));
  }

  @Override
  public PaymentOutcome find(String idempotencyKey) {
    return outcome(LOOKS_UP, () -> gateway().find(idempotencyKey));
  }

  @Override
  public PaymentOutcome cancel(String idempotencyKey) {
    return outcome(MOVES_MONEY, () -> gateway().cancel(idempotencyKey));
  }

  @Override
  public PaymentOutcome refund(RefundRequest request) {
    return outcome(MOVES_MONEY, () -> gateway().refund(request));
  }

  @Override
  public boolean paysOut() {
    return calls.within(LOOKS_UP, () -> gateway().paysOut()).orElse(false);
  }

  @Override
  public PaymentOutcome payOut(PayoutRequest request) {
    return outcome(MOVES_MONEY, () -> gateway().payOut(request));
  }

  @Override
  public Optional<Chargeback> chargeback(String reference) {
    return calls.within(LOOKS_UP, () -> gateway().chargeback(reference)).orElseThrow(this::away);
  }

  @Override
  public List<Chargeback> chargebacksSince(Instant since, int limit) {
    return calls
        .within(LOOKS_UP, () -> gateway().chargebacksSince(since, limit))
        .orElseThrow(this::away);
  }

  @Override
  public boolean contest(String reference, Evidence evidence) {
    return calls
        .within(MOVES_MONEY, () -> gateway().contest(reference, evidence))
        .orElseThrow(this::away);
  }

  @Override
  public boolean accept(String reference) {
    return calls.within(MOVES_MONEY, () -> gateway().accept(reference)).orElseThrow(this::away);
  }

  /** A gateway that cannot say pays nobody who has not signed up. */
  @Override
  public boolean needsSignUp() {
    return calls.within(LOOKS_UP, () -> gateway().needsSignUp()).orElse(true);
  }

  @Override
  public Payee payee(PayeeRequest request) {
    return calls.within(MOVES_MONEY, () -> gateway().payee(request)).orElseThrow(this::away);
  }

  /** A message that cannot be verified was not verified. */
  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return calls.within(LOOKS_UP, () -> gateway().verify(body, headers)).orElse(Optional.empty());
  }

  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return calls
        .within(LOOKS_UP, () -> gateway().transactionsSince(since, limit))
        .orElseThrow(this::away);
  }

  @Override
  public JournalPage transactions(Instant from, Instant to, String cursor, int limit) {
    return calls
        .within(LOOKS_UP, () -> gateway().transactions(from, to, cursor, limit))
        .orElseThrow(this::away);
  }

  GatewayAway away() {
    return new GatewayAway(id());
  }

  private PaymentOutcome outcome(Duration budget, Supplier<PaymentOutcome> call) {
    return calls
        .within(budget, call)
        .orElseGet(() -> new PaymentOutcome.Unknown("no answer from gateway " + id()));
  }
}
