package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;

/**
 * The only door to a gateway. Every call is made outside a transaction, under the id of an intent
 * that was committed before; what cannot be known is {@link PaymentOutcome.Unknown}.
 */
@ApplicationScoped
public class Payments {

  private Plugins plugins;
  private KnownGateways gateways;
  private BankTransfers transfers;
  private Clock clock;

  protected Payments() {}

  @Inject
  Payments(Plugins plugins, KnownGateways gateways, BankTransfers transfers, Clock clock) {
    this.plugins = plugins;
    this.gateways = gateways;
    this.transfers = transfers;
    this.clock = clock;
  }

  /**
   * Takes the buyer's money, or holds it where it is taken later.
   *
   * @param token what stands for the card at the gateway
   * @param reference the order group's number
   */
  public PaymentOutcome charge(
      Intent intent,
      String token,
      String reference,
      String returnUrl,
      Map<String, String> options) {
    PaymentGateway.ChargeRequest request =
        new PaymentGateway.ChargeRequest(
            intent.transactionId().toString(),
            intent.amount(),
            token,
            reference,
            returnUrl,
            options);
    PaymentGateway gateway = gateway(intent.gateway());
    return intent.isCharge() ? gateway.charge(request) : gateway.authorise(request);
  }

  /**
   * Takes what is held.
   *
   * @param held what holds it
   * @param reference the order group's number
   */
  public PaymentOutcome capture(
      PaymentTransaction capture, PaymentTransaction held, String reference) {
    return gateway(capture.gateway())
        .capture(
            new PaymentGateway.CaptureRequest(
                capture.id().toString(), held.id().toString(), capture.amount(), reference));
  }

  /** Lets go what is held. */
  public PaymentOutcome release(PaymentTransaction held) {
    return gateway(held.gateway()).release(held.id().toString());
  }

  /** Gives up a charge that waits for its buyer; says what became of it. */
  public PaymentOutcome cancel(PaymentTransaction charge) {
    return gateway(charge.gateway()).cancel(charge.id().toString());
  }

  /** What became of an operation. */
  public PaymentOutcome ask(String gateway, UUID transactionId) {
    return gateway(gateway).find(transactionId.toString());
  }

  /** Gives money of a charge back. */
  public PaymentOutcome refund(PaymentTransaction refund, UUID chargeId, String reference) {
    return gateway(refund.gateway())
        .refund(
            new PaymentGateway.RefundRequest(
                refund.id().toString(), chargeId.toString(), refund.amount(), reference));
  }

  /** The first gateway, by name, that sends money on to any vendor. */
  public Optional<String> gatewayThatPaysOut() {
    return plugins.gateways().stream()
        .filter(id -> gateway(id).paysOut() && !gateway(id).needsSignUp())
        .findFirst();
  }

  /** The gateways, by name, that send money on to vendors who signed up with them. */
  public List<String> gatewaysToSignUpWith() {
    return plugins.gateways().stream()
        .filter(id -> gateway(id).paysOut() && gateway(id).needsSignUp())
        .toList();
  }

  /**
   * Where a vendor stands with a gateway, asked there: never inside a transaction.
   *
   * @throws org.halles.marketplace.plugin.GatewayAway if it does not answer
   */
  public PaymentGateway.Payee payee(String gateway, PaymentGateway.PayeeRequest request) {
    return gateway(gateway).payee(request);
  }

  /** Sends money on to a vendor. */
  public PaymentOutcome payOut(String gateway, PaymentGateway.PayoutRequest request) {
    return gateway(gateway).payOut(request);
  }

  /** A chargeback as its gateway sees it now. */
  public Optional<PaymentGateway.Chargeback> chargeback(String gateway, String reference) {
    return gateway(gateway).chargeback(reference);
  }

  /** Chargebacks a gateway opened since an instant, oldest first. */
  public List<PaymentGateway.Chargeback> chargebacks(String gateway, Instant since, int limit) {
    return gateway(gateway).chargebacksSince(since, limit);
  }

  /** The gateways there are. */
  public List<String> all() {
    return gateways.withJournal();
  }

  /** What the buyer must do where no gateway shows a page: empty for all but bank transfers. */
  public Optional<TransferInstructions> instructions(String gateway, UUID transactionId) {
    return gateway.equals(BankTransfers.GATEWAY)
        ? transfers.instructions(transactionId)
        : Optional.empty();
  }

  /** Until when goods are kept for a payment under way, where its gateway says so. */
  public Optional<Instant> openUntil(PaymentTransaction charge) {
    return charge.gateway().equals(BankTransfers.GATEWAY)
        ? transfers.find(charge.id()).map(AwaitedTransfer::until)
        : Optional.empty();
  }

  /** Says no to a chargeback; false if its gateway takes no such answer any more. */
  public boolean contest(String gateway, String reference, PaymentGateway.Evidence evidence) {
    return gateway(gateway).contest(reference, evidence);
  }

  /** Says yes to a chargeback; false if its gateway takes no such answer any more. */
  public boolean accept(String gateway, String reference) {
    return gateway(gateway).accept(reference);
  }

  /** What a chargeback is called here: the same however often it is told. */
  public static UUID chargebackId(String gateway, String reference) {
    return UUID.nameUUIDFromBytes(
        ("chargeback:" + gateway + ":" + reference).getBytes(StandardCharsets.UTF_8));
  }

  /** What the part of a chargeback is called that stayed with the buyer. */
  public static UUID keptId(UUID chargeback) {
    return UUID.nameUUIDFromBytes(
        ("chargeback-kept:" + chargeback).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The gateway's own journal since an instant.
   *
   * @throws org.halles.marketplace.shared.NotFound if no such gateway is installed
   */
  public List<PaymentGateway.GatewayTransaction> journal(String gateway, Instant since, int limit) {
    return gateway(gateway).transactionsSince(since, limit);
  }

  /**
   * A page of the gateway's own journal of a span of time.
   *
   * @param cursor as the former page gave it, or null
   * @throws org.halles.marketplace.shared.NotFound if no such gateway is installed
   */
  public PaymentGateway.JournalPage journal(
      String gateway, Instant from, Instant to, String cursor, int limit) {
    return gateway(gateway).transactions(from, to, cursor, limit);
  }

  /** What a signed message says, or empty if the signature is wrong. */
  public Optional<PaymentGateway.GatewayEvent> verify(
      String gateway, byte[] body, Map<String, String> headers) {
    return gateway(gateway).verify(body, headers);
  }

  /** When to ask again about something that was asked about so often: soon, then rarer. */
  public Instant nextCheck(int checks) {
    long seconds = Math.min(2L << Math.min(Math.max(checks - 1, 0), 11), 3600);
    return clock.instant().plus(Duration.ofSeconds(seconds));
  }

  private PaymentGateway gateway(String id) {
    return gateways.find(id).orElseThrow(() -> new NotFound("payment gateway", id));
  }
}
