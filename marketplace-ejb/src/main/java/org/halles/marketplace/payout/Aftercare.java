package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;

/** What people do about payouts that did not arrive, or did not stay. */
@ApplicationScoped
public class Aftercare {

  private static final int LONGEST_REASON = 500;

  private PayoutRows payouts;
  private Ledger ledger;
  private Purses purses;
  private PayoutSender sender;
  private PayoutNews news;
  private Audit audit;
  private Clock clock;

  protected Aftercare() {}

  @Inject
  public Aftercare(
      PayoutRows payouts,
      Ledger ledger,
      Purses purses,
      PayoutSender sender,
      PayoutNews news,
      Audit audit,
      Clock clock) {
    this.payouts = payouts;
    this.ledger = ledger;
    this.purses = purses;
    this.sender = sender;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends a failed payout once more: the same payout, a new attempt.
   *
   * @throws WrongPayoutStatus if it has not failed
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutView retry(UUID id) {
    PayoutView payout = lock(id, PayoutStatus.FAILED);
    payouts.again(id, now());
    sender.wakeAfterCommit();
    return changed("retry-payout", payout, "");
  }

  /**
   * Gives a failed payout up: its money is the vendor's again, and the next run pays it.
   *
   * @throws WrongPayoutStatus if it has not failed
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutView giveUp(UUID id, String reason) {
    requireReason(reason);
    PayoutView payout = lock(id, PayoutStatus.FAILED);
    Instant now = now();
    ledger.post(
        Templates.payoutCancelled(
            Payment.source(payout, now), payout.payee().account(), id, payout.amount()));
    settleDebts(payout, now);
    payouts.unclaim(id);
    payouts.end(
        id, PayoutStatus.CANCELLED, null, payout.failureCode(), payout.failureMessage(), now);
    return changed("give-up-payout", payout, reason);
  }

  /**
   * Records that a paid payout came back from the vendor's bank: the next run pays it again.
   *
   * @throws WrongPayoutStatus if it was not paid
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutView returned(UUID id, String reason) {
    requireReason(reason);
    PayoutView payout = lock(id, PayoutStatus.PAID);
    Instant now = now();
    ledger.post(
        Templates.payoutReturned(
            Payment.source(payout, now),
            payout.payee().account(),
            Payment.account(payout),
            payout.amount()));
    settleDebts(payout, now);
    payouts.end(id, PayoutStatus.RETURNED, null, "returned", reason, now);
    news.failed(payout, "returned", now);
    return changed("return-payout", payout, reason);
  }

  /**
   * Records that the bank carried a transfer out.
   *
   * @throws WrongPayoutStatus if it was not handed to the bank, or has ended before
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutView executed(UUID id) {
    PayoutView payout = lockAtBank(id);
    Instant now = now();
    ledger.post(
        Templates.payoutPaid(
            Payment.source(payout, now), id, Payment.account(payout), payout.amount()));
    payouts.end(id, PayoutStatus.PAID, payout.number(), null, null, now);
    news.paid(payout, now);
    return changed("execute-payout", payout, "");
  }

  /**
   * Records that the bank refused a transfer: the same payout can be tried again or given up.
   *
   * @throws WrongPayoutStatus if it was not handed to the bank, or has ended before
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutView refused(UUID id, String reason) {
    requireReason(reason);
    PayoutView payout = lockAtBank(id);
    Instant now = now();
    payouts.end(id, PayoutStatus.FAILED, null, "refused-by-bank", reason, now);
    news.failed(payout, "refused-by-bank", now);
    return changed("refuse-payout", payout, reason);
  }

  private PayoutView lockAtBank(UUID id) {
    PayoutView payout = lock(id, PayoutStatus.SENT);
    if (!payout.gateway().equals(Payment.BANK)) {
      throw new WrongPayoutStatus(
          "payout " + payout.number(), payout.status(), "a payout by bank transfer");
    }
    return payout;
  }

  /** What the vendor owes is taken from what it gets back, as after every credit. */
  private void settleDebts(PayoutView payout, Instant now) {
    Source source = Payment.source(payout, now);
    CurrencyCode currency = payout.amount().currency();
    switch (payout.payee().kind()) {
      case VENDOR -> purses.settleDebts(source, currency, List.of(payout.payee().id()));
      case AFFILIATE ->
          purses.settleAffiliates(source, currency, List.of(payout.payee().id().toString()));
      case FUND -> {
        // a fund owes on the same account: the next gifts pay it
      }
    }
  }

  private PayoutView lock(UUID id, PayoutStatus wanted) {
    PayoutView payout = payouts.lock(id).orElseThrow(() -> new NotFound("payout", id));
    if (payout.status() != wanted) {
      throw new WrongPayoutStatus("payout " + payout.number(), payout.status(), wanted.name());
    }
    return payout;
  }

  private PayoutView changed(String action, PayoutView before, String reason) {
    PayoutView after = payouts.lock(before.id()).orElseThrow();
    audit.record(
        action,
        Subject.of("payout", before.number(), before.payee().vendorId()),
        Map.of("status", before.status()),
        Map.of("status", after.status(), "reason", reason));
    return after;
  }

  private static void requireReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new InvalidInput(
          new Violation("reason", "must have 1 to " + LONGEST_REASON + " characters", reason));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
