package org.halles.plugins.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.halles.spi.Configurable;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Declined;

/**
 * {@code stripe}: separate charges and transfers. Off until it has its keys, from the console or
 * from the environment.
 *
 * <p>Stripe cannot be asked by an idempotency key, and repeats its first answer to a key even if
 * that was a failure. So each operation is written down before it is sent, and looked up by
 * Stripe's own id, or by the key that we leave in its metadata.
 */
@ApplicationScoped
public class StripeGateway implements PaymentGateway, Configurable<Keys> {

  /** The data source it keeps its memory in; it makes its schema there itself. */
  public static final String DATA_SOURCE = "java:jboss/datasources/StripeGatewayDS";

  /** The token that sends the buyer to Stripe's own page; any other is a payment method there. */
  public static final String HOSTED = "hosted";

  private final Settings settings;
  private final Memory memory;
  private final Clock clock;
  private final Stripe stripe;

  /** As the server makes it. */
  public StripeGateway() {
    this(Settings.of(System.getenv()), StripeGateway::lookUp, Clock.systemUTC());
  }

  StripeGateway(Settings settings, Supplier<DataSource> dataSource, Clock clock) {
    this.settings = settings;
    this.memory = new Memory(new Database(dataSource));
    this.clock = clock;
    this.stripe = new Stripe(settings);
  }

  /** The same memory under other keys: what was sent before is still found. */
  private StripeGateway(StripeGateway other, Settings settings) {
    this.settings = settings;
    this.memory = other.memory;
    this.clock = other.clock;
    this.stripe = new Stripe(settings);
  }

  @Override
  public Class<Keys> configurationType() {
    return Keys.class;
  }

  @Override
  public PaymentGateway with(Keys keys) {
    return new StripeGateway(this, settings.with(keys));
  }

  @Override
  public String id() {
    return "stripe";
  }

  @Override
  public boolean isReady() {
    return settings.complete();
  }

  @Override
  public List<CurrencyCode> currencies() {
    return settings.currencies();
  }

  @Override
  public List<PaymentMethod> methods() {
    return List.of(
        new PaymentMethod(
            HOSTED,
            Map.of("fr", "Carte ou portefeuille mobile", "en", "Card or mobile wallet"),
            Map.of(
                "fr", "Vous payez sur la page sécurisée de Stripe.",
                "en", "You pay on Stripe’s secure page.")));
  }

  @Override
  public PaymentOutcome charge(ChargeRequest request) {
    return pay(request, false);
  }

  @Override
  public boolean authorises() {
    return true;
  }

  /** The same, but Stripe takes it when it is told to. */
  @Override
  public PaymentOutcome authorise(ChargeRequest request) {
    return pay(request, true);
  }

  @Override
  public PaymentOutcome capture(CaptureRequest request) {
    Optional<String> held = paymentIntentOf(request.authorisationKey());
    if (held.isEmpty()) {
      return new Declined("hold-ended", "Stripe holds nothing under this key.");
    }
    Sent wanted =
        new Sent(
            request.idempotencyKey(),
            Sent.Kind.CAPTURE,
            request.amount(),
            clock.instant(),
            request.authorisationKey(),
            null);
    return once(wanted, sent -> new Holds(stripe).take(request, held.get()));
  }

  @Override
  public PaymentOutcome release(String authorisationKey) {
    Sent hold = memory.byKey(authorisationKey).orElse(null);
    Optional<String> held = paymentIntentOf(authorisationKey);
    return held.isEmpty()
        ? new PaymentOutcome.Unknown("Stripe does not know yet what " + authorisationKey + " holds")
        : new Holds(stripe).letGo(held.get(), hold);
  }

  private PaymentOutcome pay(ChargeRequest request, boolean hold) {
    if (!Grid.fits(request.amount())) {
      return new Declined(
          "amount-not-payable",
          "Stripe takes %s in steps of %d minor units, not %s."
              .formatted(
                  request.amount().currency(),
                  Grid.step(request.amount().currency()),
                  request.amount()));
    }
    Sent.Kind kind = request.token().equals(HOSTED) ? Sent.Kind.SESSION : Sent.Kind.INTENT;
    return once(
        new Sent(request.idempotencyKey(), kind, request.amount(), clock.instant(), null, null),
        sent ->
            kind == Sent.Kind.SESSION
                ? new Sessions(stripe, settings, clock).open(request, hold)
                : new Intents(stripe, settings).confirm(request, hold));
  }

  @Override
  public PaymentOutcome refund(RefundRequest request) {
    Optional<String> paid = paymentIntentOf(request.chargeKey());
    if (paid.isEmpty()) {
      return new Declined("refund-refused", "Stripe knows no payment of this charge.");
    }
    return once(
        new Sent(
            request.idempotencyKey(),
            Sent.Kind.REFUND,
            request.amount(),
            clock.instant(),
            null,
            null),
        sent -> new Refunds(stripe).give(request, paid.get()));
  }

  @Override
  public boolean paysOut() {
    return true;
  }

  @Override
  public boolean needsSignUp() {
    return true;
  }

  @Override
  public PaymentOutcome payOut(PayoutRequest request) {
    Optional<String> account = memory.accountOf(request.recipient());
    if (account.isEmpty()) {
      return new Declined(
          "no-account", "The vendor has not signed up with Stripe: ask it to do so.");
    }
    return once(
        new Sent(
            request.idempotencyKey(),
            Sent.Kind.TRANSFER,
            request.amount(),
            clock.instant(),
            null,
            null),
        sent -> new Transfers(stripe).send(request, account.get()));
  }

  @Override
  public PaymentOutcome find(String idempotencyKey) {
    Sent sent =
        memory.remember(
            new Sent(idempotencyKey, Sent.Kind.NEVER, null, clock.instant(), null, null));
    return new Lookup(stripe, memory, clock).outcomeOf(sent);
  }

  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return new Messages(settings.webhookSecret(), memory, clock).read(body, headers);
  }

  @Override
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return new Journal(stripe, memory, clock).since(since, limit);
  }

  @Override
  public Optional<Chargeback> chargeback(String reference) {
    return new Chargebacks(stripe, memory).find(reference);
  }

  @Override
  public List<Chargeback> chargebacksSince(Instant since, int limit) {
    return new Chargebacks(stripe, memory).since(since, limit);
  }

  @Override
  public boolean contest(String reference, Evidence evidence) {
    return new Chargebacks(stripe, memory).contest(reference, evidence);
  }

  @Override
  public boolean accept(String reference) {
    return new Chargebacks(stripe, memory).accept(reference);
  }

  /** Where the vendor's account at Stripe stands, and where it goes on signing up. */
  @Override
  public Payee payee(PayeeRequest request) {
    return new Payees(stripe, memory, settings).payee(request);
  }

  /** Sends under a key that was written down first; a known key is looked up instead. */
  private PaymentOutcome once(Sent wanted, Sending sending) {
    Sent sent = memory.remember(wanted);
    Lookup lookup = new Lookup(stripe, memory, clock);
    if (sent.kind() == Sent.Kind.NEVER || sent.stripeId() != null) {
      return lookup.outcomeOf(sent);
    }
    if (!sent.isSameRequest(wanted)) {
      throw new IllegalArgumentException(
          "key %s was used for a %s of %s, not for a %s of %s: use a new key"
              .formatted(wanted.key(), sent.kind(), sent.amount(), wanted.kind(), wanted.amount()));
    }
    Reply reply = sending.send(sent);
    if (reply.stripeId() != null) {
      memory.learn(sent.key(), reply.stripeId());
    } else if (reply.outcome() instanceof Declined) {
      memory.giveUp(sent.key());
    }
    return reply.outcome();
  }

  private Optional<String> paymentIntentOf(String chargeKey) {
    return memory
        .byKey(chargeKey)
        .filter(sent -> sent.stripeId() != null)
        .flatMap(new Lookup(stripe, memory, clock)::paymentIntentOf);
  }

  /** One request to Stripe. */
  private interface Sending {
    Reply send(Sent sent);
  }

  private static DataSource lookUp() {
    try {
      return InitialContext.doLookup(DATA_SOURCE);
    } catch (NamingException missing) {
      throw new IllegalStateException(
          "the Stripe gateway needs the data source " + DATA_SOURCE, missing);
    }
  }

  static Money noFee(Money amount) {
    return Money.zero(amount.currency());
  }
}
