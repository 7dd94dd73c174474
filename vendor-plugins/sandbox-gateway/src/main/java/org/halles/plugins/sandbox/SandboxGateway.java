package org.halles.plugins.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.SimulatedAction;

/**
 * {@code sandbox}: behaves as the {@link Scenario} of the token says, and remembers it for ever.
 */
@ApplicationScoped
public class SandboxGateway implements PaymentGateway, SimulatedAction, Configurable<Account> {

  /** The data source it keeps its books in; it makes its schema there itself. */
  public static final String DATA_SOURCE = "java:jboss/datasources/SandboxGatewayDS";

  /** So long may a payment that was asked about still arrive. */
  static final Duration GRACE = Duration.ofSeconds(5);

  private static final List<String> WAITS = List.of("charge", Operation.AUTHORISE);

  private final Database database;
  private final Books books;
  private final Chargebacks chargebacks;
  private final Clock clock;
  private final Slowness slowness;
  private final Account account;

  /** As the server makes it. */
  public SandboxGateway() {
    this(SandboxGateway::lookUp, Clock.systemUTC(), Thread::sleep);
  }

  SandboxGateway(Supplier<DataSource> dataSource, Clock clock, Slowness.Pause pause) {
    this(new Database(dataSource), clock, new Slowness(pause), Account.USUAL);
  }

  private SandboxGateway(Database database, Clock clock, Slowness slowness, Account account) {
    this.database = database;
    this.books = new Books(database);
    this.chargebacks = new Chargebacks(database, account.chargebackFee());
    this.clock = clock;
    this.slowness = slowness;
    this.account = account;
  }

  @Override
  public Class<Account> configurationType() {
    return Account.class;
  }

  @Override
  public Optional<Account> usual() {
    return Optional.of(Account.USUAL);
  }

  /** The same books, under other terms. */
  @Override
  public SandboxGateway with(Account configuration) {
    return new SandboxGateway(database, clock, slowness, configuration);
  }

  @Override
  public String id() {
    return "sandbox";
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    Optional<Long> delay = Requests.delayMillis(request.options());
    delay.ifPresent(slowness::of);
    Scenario scenario = Scenario.of(request.token());
    if (scenario == Scenario.TIMEOUT_NOT_CHARGED) {
      throw slowness.noAnswer();
    }
    Operation wanted =
        delay.isPresent()
            ? Requests.charge(request, account, scenario, now())
            : Requests.refusedCharge(request, account, "invalid-delay", now());
    if (!books.record(wanted)) {
      return stored(wanted);
    }
    if (scenario == Scenario.TIMEOUT_CHARGED) {
      throw slowness.noAnswer();
    }
    return wanted.outcomeAt(now());
  }

  @Override
  public boolean authorises() {
    return true;
  }

  @Override
  public PaymentOutcome authorise(ChargeRequest request) {
    Optional<Long> delay = Requests.delayMillis(request.options());
    delay.ifPresent(slowness::of);
    Scenario scenario = Scenario.of(request.token());
    if (scenario == Scenario.TIMEOUT_NOT_CHARGED) {
      throw slowness.noAnswer();
    }
    Operation wanted =
        delay.isPresent()
            ? Requests.authorisation(request, account, scenario, now())
            : Requests.refusedAuthorisation(request, account, "invalid-delay", now());
    if (!books.record(wanted)) {
      return stored(wanted);
    }
    if (scenario == Scenario.TIMEOUT_CHARGED) {
      throw slowness.noAnswer();
    }
    return wanted.outcomeAt(now());
  }

  @Override
  public PaymentOutcome capture(CaptureRequest request) {
    Operation wanted = Requests.capture(request, account, Operation.SUCCEEDED, now());
    boolean first =
        books.recordCapture(wanted, Requests.capture(request, account, "capture-refused", now()));
    boolean silent =
        books
            .byKey(request.authorisationKey())
            .filter(held -> held.reference().startsWith(Requests.SILENT_CAPTURE))
            .isPresent();
    if (first && silent) {
      throw slowness.noAnswer();
    }
    return stored(wanted);
  }

  @Override
  public PaymentOutcome release(String authorisationKey) {
    PaymentOutcome held = cancel(authorisationKey);
    if (!books.release(authorisationKey, now())) {
      return new Declined("captured", Scenario.message("captured"));
    }
    Operation it = books.byKey(authorisationKey).orElseThrow();
    return it.amount() == null // never received: it may still arrive, or never will
        ? held
        : new Approved(it.reference(), Money.zero(it.amount().currency()));
  }

  @Override
  public PaymentOutcome cancel(String idempotencyKey) {
    books.cancel(idempotencyKey, now());
    return find(idempotencyKey);
  }

  @Override
  public PaymentOutcome refund(RefundRequest request) {
    if (books.refusesNow(request.chargeKey())) {
      Operation refused = Requests.refund(request, "account-closed", now());
      books.record(refused);
      return stored(refused);
    }
    Operation wanted = Requests.refund(request, Operation.SUCCEEDED, now());
    return books.recordRefund(wanted, Requests.refund(request, "refund-refused", now()))
        ? books.byKey(request.idempotencyKey()).orElseThrow().outcomeAt(now())
        : stored(wanted);
  }

  @Override
  public boolean paysOut() {
    return true;
  }

  /** Pays whoever it is told to, as far as its balance in that currency goes. */
  @Override
  public PaymentOutcome payOut(PayoutRequest request) {
    Operation wanted = Requests.payout(request, Operation.SUCCEEDED, now());
    return books.recordPayout(wanted, Requests.payout(request, "balance-too-low", now()))
        ? books.byKey(request.idempotencyKey()).orElseThrow().outcomeAt(now())
        : stored(wanted);
  }

  @Override
  public PaymentOutcome find(String idempotencyKey) {
    Optional<Operation> known = books.byKey(idempotencyKey);
    if (known.isEmpty()) {
      books.record(Requests.unseen(idempotencyKey, now()));
    } else if (known.get().kind().equals(Operation.UNSEEN)) {
      books.giveUp(idempotencyKey, now().minus(GRACE));
    } else {
      return known.get().outcomeAt(now());
    }
    return books.byKey(idempotencyKey).orElseThrow().outcomeAt(now());
  }

  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return messages().read(body, headers, now());
  }

  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    Instant now = now();
    return Stream.concat(
            books.createdSince(since, limit).stream().map(o -> o.journalLine(now)),
            chargebacks.since(since, limit).stream().map(SandboxGateway::journalLine))
        .sorted(
            Comparator.comparing(GatewayTransaction::at)
                .thenComparing(GatewayTransaction::reference))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<WaitingAction> waiting(String gatewayReference) {
    return books
        .byReference(gatewayReference)
        .filter(o -> WAITS.contains(o.kind()) && o.statusAt(now()).equals("requires-action"))
        .map(o -> new WaitingAction(o.key(), o.amount(), o.orderReference(), o.returnUrl()));
  }

  @Override
  public void decide(String gatewayReference, boolean approved) {
    if (books.byReference(gatewayReference).isEmpty()) {
      throw new NoSuchElementException("no payment waits under " + gatewayReference);
    }
    String outcome = approved ? Operation.SUCCEEDED : "action-declined";
    books.decide(gatewayReference, outcome, now(), now().minus(Operation.TIME_TO_ACT));
  }

  @Override
  public List<SignedMessage> messagesSince(Instant since, int limit) {
    Messages messages = messages();
    Instant now = now();
    Stream<Told> operations =
        books.changedSince(since, now, limit).stream()
            .map(o -> new Told(o.lastEventAt(), messages.about(o, now)));
    Stream<Told> takenBack =
        chargebacks.changedSince(since, limit).stream()
            .map(one -> new Told(one.at(), messages.about(one, now)));
    return Stream.concat(operations, takenBack)
        .sorted(Comparator.comparing(Told::at))
        .limit(limit)
        .map(Told::message)
        .toList();
  }

  private Messages messages() {
    return new Messages(account.key().orElseGet(database::secret));
  }

  private record Told(Instant at, SignedMessage message) {}

  @Override
  public Optional<Chargeback> chargeback(String reference) {
    return chargebacks.find(reference);
  }

  @Override
  public List<Chargeback> chargebacksSince(Instant since, int limit) {
    return chargebacks.since(since, limit);
  }

  @Override
  public boolean contest(String reference, Evidence evidence) {
    return chargebacks.contest(reference, evidence, now());
  }

  @Override
  public boolean accept(String reference) {
    return chargebacks.decide(reference, false, now())
        && chargebacks.find(reference).orElseThrow().state() == ChargebackState.LOST;
  }

  @Override
  public Optional<String> chargeBack(String chargeKey, Money amount, String reason) {
    String reference = Requests.chargebackReference();
    return chargebacks.open(reference, chargeKey, amount, reason, now())
        ? Optional.of(reference)
        : Optional.empty();
  }

  @Override
  public boolean decideChargeback(String reference, boolean won) {
    return chargebacks.decide(reference, won, now());
  }

  @Override
  public boolean decideChargeback(String reference, Money kept) {
    return chargebacks.decide(reference, kept, now());
  }

  private static GatewayTransaction journalLine(Chargeback one) {
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

  /** The answer given before under this key, provided it was the same request. */
  private PaymentOutcome stored(Operation wanted) {
    Operation stored = books.byKey(wanted.key()).orElseThrow();
    Money amount = stored.amount();
    if (amount != null
        && !(stored.kind().equals(wanted.kind()) && amount.equals(wanted.amount()))) {
      throw new IllegalArgumentException(
          "key %s was used for a %s of %s, not for a %s of %s: use a new key"
              .formatted(wanted.key(), stored.kind(), amount, wanted.kind(), wanted.amount()));
    }
    return amount == null
        ? new Declined(Declined.NEVER_RECEIVED, Scenario.message(Declined.NEVER_RECEIVED))
        : stored.outcomeAt(now());
  }

  /** No finer than PostgreSQL stores, so that a row read back equals the one written. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static DataSource lookUp() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException missing) {
      throw new IllegalStateException(
          "the sandbox gateway needs the data source " + DATA_SOURCE, missing);
    }
  }
}
