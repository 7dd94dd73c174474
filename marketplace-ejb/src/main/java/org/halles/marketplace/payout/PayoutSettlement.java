package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Entry;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/** Takes payouts that are due, and records what the gateway said of them; idempotent. */
@ApplicationScoped
class PayoutSettlement {

  /** Longer than a call may take: a crash in between is noticed after this. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final String CLAIM =
      """
      with due as materialized (
        select id, status as was from payout
         where status in ('CLAIMED', 'SENT', 'IN_TRANSIT') and next_check_at <= ?
           and gateway <> 'sepa'
         order by next_check_at limit ? for update skip locked
      )
      update payout p
         set status = case p.status when 'CLAIMED' then 'SENT' else p.status end,
             next_check_at = ?, checks = p.checks + 1, version = p.version + 1
        from due where due.id = p.id
      returning p.id, p.number, p.attempt, p.gateway, p.payee_id, p.amount_minor, p.currency,
                p.checks, due.was = 'CLAIMED' as unsent
      """;

  /**
   * A payout to be sent or asked about.
   *
   * @param key of the attempt
   */
  record Due(
      UUID id,
      String number,
      UUID key,
      String gateway,
      UUID payee,
      Money amount,
      int checks,
      boolean unsent) {}

  private Database database;
  private PayoutRows payouts;
  private Ledger ledger;
  private PayoutNews news;
  private Clock clock;

  protected PayoutSettlement() {}

  @Inject
  PayoutSettlement(
      Database database, PayoutRows payouts, Ledger ledger, PayoutNews news, Clock clock) {
    this.database = database;
    this.payouts = payouts;
    this.ledger = ledger;
    this.news = news;
    this.clock = clock;
  }

  /** Takes what is due; nobody else takes it for a while. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public List<Due> claim(int most) {
    Instant now = now();
    return database.list(
        CLAIM,
        row ->
            new Due(
                row.uuid("id"),
                row.text("number"),
                row.uuid("attempt"),
                row.text("gateway"),
                row.uuid("payee_id"),
                row.money("amount_minor"),
                row.integer("checks"),
                row.flag("unsent")),
        now,
        most,
        now.plus(LEASE));
  }

  /** Records the outcome of an attempt; an outcome of a former attempt changes nothing. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void settle(Due due, PaymentOutcome outcome, Instant nextCheck) {
    PayoutView payout = payouts.lock(due.id()).orElseThrow();
    boolean awaited =
        payout.status() == PayoutStatus.SENT || payout.status() == PayoutStatus.IN_TRANSIT;
    if (!awaited || !payouts.attemptOf(due.id()).equals(due.key())) {
      return;
    }
    if (outcome instanceof PaymentOutcome.Approved approved) {
      paid(payout, approved);
    } else if (outcome instanceof PaymentOutcome.Declined declined) {
      refused(payout, declined);
    } else if (outcome instanceof PaymentOutcome.Pending) {
      payouts.move(due.id(), PayoutStatus.IN_TRANSIT, nextCheck);
    } else {
      payouts.move(due.id(), payout.status(), nextCheck);
    }
  }

  private void paid(PayoutView payout, PaymentOutcome.Approved approved) {
    Instant now = now();
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Templates.payoutPaid(
            Payment.source(payout, now), payout.id(), Payment.account(payout), payout.amount()));
    if (approved.fee().isPositive()) {
      entries.add(
          Templates.gatewayFee(Payment.source(payout, now), payout.gateway(), approved.fee()));
    }
    ledger.post(entries.toArray(Entry[]::new));
    payouts.end(payout.id(), PayoutStatus.PAID, approved.gatewayReference(), null, null, now);
    news.paid(payout, now);
  }

  /** One that the gateway never saw is simply sent again; any other refusal needs a person. */
  private void refused(PayoutView payout, PaymentOutcome.Declined declined) {
    Instant now = now();
    if (declined.code().equals(PaymentOutcome.Declined.NEVER_RECEIVED)) {
      payouts.again(payout.id(), now);
      return;
    }
    payouts.end(payout.id(), PayoutStatus.FAILED, null, declined.code(), declined.message(), now);
    news.failed(payout, declined.code(), now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
