package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.halles.spi.PaymentOutcome.Declined;
import org.halles.spi.PaymentOutcome.Pending;

/**
 * The marketplace's own bank account as a gateway: a charge waits until a person records that the
 * money came, a refund until a person records that it was sent. So everything else, the sweeper,
 * refunds, the comparison of books, treats it as any other.
 */
@ApplicationScoped
@Typed(BankAccountGateway.class)
class BankAccountGateway implements PaymentGateway {

  /** Who has not paid so long after the end will not; money that comes still later goes back. */
  private static final Duration GIVEN_UP = Duration.ofDays(60);

  private Database database;
  private BankTransfers transfers;
  private TransferSettings settings;
  private Clock clock;

  protected BankAccountGateway() {}

  @Inject
  BankAccountGateway(
      Database database, BankTransfers transfers, TransferSettings settings, Clock clock) {
    this.database = database;
    this.transfers = transfers;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String id() {
    return BankTransfers.GATEWAY;
  }

  @Override
  public List<CurrencyCode> currencies() {
    return List.of(settings.recent().currency());
  }

  @Override
  public boolean isReady() {
    return settings.recent().offered();
  }

  @Override
  public List<PaymentMethod> methods() {
    int days = settings.recent().days();
    return List.of(
        new PaymentMethod(
            "transfer",
            Map.of("fr", "Virement bancaire", "en", "Bank transfer"),
            Map.of(
                "fr",
                "Vous recevez nos coordonnées bancaires ; la commande part à réception, et vous est"
                    + " gardée "
                    + days
                    + " jours.",
                "en",
                "You receive our bank details; the order starts when the money is here and is kept"
                    + " for you for "
                    + days
                    + " days.")));
  }

  @Override
  @Transactional
  public PaymentOutcome charge(ChargeRequest request) {
    UUID id = UUID.fromString(request.idempotencyKey());
    TransferTerms terms = settings.recent();
    if (!terms.offered()) {
      return new Declined("method-not-offered", "Bank transfers are not offered any more.");
    }
    transfers.open(id, request.reference(), request.amount(), terms, now());
    return find(request.idempotencyKey());
  }

  @Override
  @Transactional
  public PaymentOutcome find(String idempotencyKey) {
    UUID id = UUID.fromString(idempotencyKey);
    return transfers
        .find(id)
        .map(this::outcome)
        .or(() -> transfers.findReturn(id).map(BankAccountGateway::outcome))
        .orElseGet(() -> new Declined(Declined.NEVER_RECEIVED, "No transfer was announced."));
  }

  private PaymentOutcome outcome(AwaitedTransfer transfer) {
    if (transfer.closedWhy() != null) {
      return new Declined(transfer.closedWhy(), "No transfer is awaited any more.");
    }
    if (transfer.isComplete()) {
      return new Approved(transfer.reference(), Money.zero(transfer.amount().currency()));
    }
    return transfer.received().isZero() && transfer.until().plus(GIVEN_UP).isBefore(now())
        ? new Declined("never-paid", "The money never came.")
        : new Pending(transfer.reference());
  }

  /** Only while nothing came: what came is somebody's money. */
  @Override
  @Transactional
  public PaymentOutcome cancel(String idempotencyKey) {
    UUID id = UUID.fromString(idempotencyKey);
    transfers.closeUnlessPaid(id, "paid-otherwise");
    return find(idempotencyKey);
  }

  private static PaymentOutcome outcome(BankTransfers.Returning back) {
    return back.sentOn() == null
        ? new Pending(back.id().toString())
        : new Approved(back.id().toString(), Money.zero(back.amount().currency()));
  }

  /** Puts it before a person; never more than came and did not go back. */
  @Override
  @Transactional
  public PaymentOutcome refund(RefundRequest request) {
    UUID id = UUID.fromString(request.idempotencyKey());
    AwaitedTransfer charge = transfers.find(UUID.fromString(request.chargeKey())).orElseThrow();
    if (transfers.findReturn(id).isEmpty()) {
      Money left = charge.received().minus(transfers.returned(charge));
      if (request.amount().compareTo(left) > 0) {
        return new Declined("refund-exceeds-charge", "Only " + left + " is left of the transfer.");
      }
      transfers.askBack(id, charge.transactionId(), true, request.amount(), now());
    }
    return find(request.idempotencyKey());
  }

  /** Nobody signs messages here. */
  @Override
  public Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers) {
    return Optional.empty();
  }

  /** Payments that are complete and refunds that were sent; deposits paid for nothing yet. */
  @Override
  @Transactional
  public List<GatewayTransaction> transactionsSince(Instant since, int limit) {
    return database.list(
        """
        select * from (
          select a.transaction_id as id, 'charge' as kind, a.amount_minor, a.currency, a.opened_at as at,
                 case when a.received_minor >= a.amount_minor and a.closed_why is null
                      then 'succeeded' when a.closed_why is null then 'pending' else 'failed' end
                   as status
            from awaited_transfer a where a.opened_at >= ?
          union all
          select r.id, 'refund', r.amount_minor, r.currency, r.asked_at,
                 case when r.sent_on is null then 'pending' else 'succeeded' end
            from bank_return r where r.kind = 'REFUND' and r.asked_at >= ?
        ) as lines order by at, id limit ?
        """,
        row ->
            new GatewayTransaction(
                row.text("kind") + "-" + row.text("id"),
                row.text("id"),
                row.text("kind"),
                row.text("status"),
                row.money("amount_minor"),
                Money.zero(CurrencyCode.of(row.text("currency"))),
                row.instant("at")),
        since,
        since,
        limit);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
