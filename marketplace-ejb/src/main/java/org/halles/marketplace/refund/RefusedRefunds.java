package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.checkout.Settlement;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.payment.BankTransfers;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/**
 * What finance does about money that a gateway refused to give back: ask it again, send the money
 * from the marketplace's own bank account, or put the matter aside. It stays the same refund: the
 * shares it takes and the policy it obeys are those it was decided with. An attempt that was
 * refused is over and its key is spent; the next one has a key of its own, so neither is ever paid
 * twice.
 */
@ApplicationScoped
public class RefusedRefunds {

  private static final int LONGEST_LINE = 140;

  private RefusedRefundRows rows;
  private RefundStore store;
  private RefundCases cases;
  private RepeatedRefunds repeated;
  private Transactions transactions;
  private BankTransfers transfers;
  private Payments payments;
  private Settlement settlement;
  private Ledger ledger;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected RefusedRefunds() {}

  @Inject
  RefusedRefunds(
      RefusedRefundRows rows,
      RefundStore store,
      RefundCases cases,
      RepeatedRefunds repeated,
      Transactions transactions,
      BankTransfers transfers,
      Payments payments,
      Settlement settlement,
      Ledger ledger,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.store = store;
    this.cases = cases;
    this.repeated = repeated;
    this.transactions = transactions;
    this.transfers = transfers;
    this.payments = payments;
    this.settlement = settlement;
    this.ledger = ledger;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** Those nothing was decided about, the longest refused first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<RefusedRefund> list(Paging paging) {
    return rows.open(paging);
  }

  /** How many wait for somebody to decide. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public int waiting() {
    return rows.waiting();
  }

  /**
   * Asks once more: the gateway, or where meanwhile nothing of its money is left, the credit that
   * paid besides.
   *
   * @throws NotFound if no refused attempt has this id
   * @throws CannotRetry if somebody decided about it before
   * @throws CannotRefund if meanwhile so much went back that less is left
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RefusedRefund retry(UUID id) {
    RefusedRefund refused = undecided(id);
    UUID next = next(refused, null);
    return decided(refused, "RETRIED", next, "");
  }

  /**
   * Records that the money was sent to the buyer from the marketplace's own bank account.
   *
   * @param bankReference of the line of the bank's statement
   * @throws NotFound if no refused attempt has this id
   * @throws CannotRetry if somebody decided about it, or recorded that line, before; or if
   *     meanwhile another amount of the gateway's money is left to go back
   * @throws CannotRefund if meanwhile so much went back that less is left
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RefusedRefund transferred(UUID id, LocalDate sentOn, String bankReference) {
    Checklist checks = new Checklist();
    if (sentOn == null) {
      checks.reject("sentOn", "is missing", null);
    } else if (sentOn.isAfter(BusinessCalendar.dayOf(now()))) {
      checks.reject("sentOn", "must not be in the future", sentOn);
    }
    String line = checks.text("bankReference", bankReference, LONGEST_LINE);
    checks.done();
    RefusedRefund refused = undecided(id);
    UUID next = next(refused, BankTransfers.GATEWAY);
    PaymentTransaction transfer = transactions.find(next).orElseThrow();
    if (!transfer.gateway().equals(BankTransfers.GATEWAY)
        || !transfer.amount().equals(refused.amount())) {
      throw CannotRetry.otherAmount(refused, transfer);
    }
    if (!transfers.sentInstead(
        next,
        transfer.orderGroupId(),
        transfer.amount(),
        sentOn,
        line,
        caller.get().label(),
        now())) {
      throw CannotRetry.lineTaken(line);
    }
    settlement.settle(next, payments.ask(BankTransfers.GATEWAY, next));
    return decided(refused, "TRANSFERRED", next, line);
  }

  /**
   * Puts it aside: nothing more is tried.
   *
   * @param note why
   * @throws NotFound if no refused attempt has this id
   * @throws CannotRetry if somebody decided about it before, or the buyer is owed it
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RefusedRefund close(UUID id, String note) {
    Checklist checks = new Checklist();
    String words = checks.text("note", note, 500);
    checks.done();
    RefusedRefund refused = undecided(id);
    store.findByTransaction(id).ifPresent(refund -> requireNotOwed(refused, refund));
    return decided(refused, "CLOSED", null, words);
  }

  /** Goodwill that later refunds took back is not goodwill any more. */
  private void requireNotOwed(RefusedRefund refused, RefundStore.Stored refund) {
    if (refund.isGoodwill()) {
      cases.open(refund.orderGroupId());
      Money owed = store.owedGoodwill(refund.orderGroupId(), refund.amount().currency());
      if (owed.isPositive()) {
        throw CannotRetry.owed(refused, owed);
      }
    }
  }

  private RefusedRefund undecided(UUID id) {
    transactions.lock(id).orElseThrow(() -> new NotFound("refused refund", id));
    RefusedRefund refused = rows.find(id).orElseThrow(() -> new NotFound("refused refund", id));
    if (refused.outcome() != null) {
      throw CannotRetry.decided(refused);
    }
    if (rows.paidAfterAll(refused)) {
      throw CannotRetry.paidAfterAll(refused);
    }
    return refused;
  }

  /**
   * @param gateway through which the gateway's money goes back instead, or null
   */
  private UUID next(RefusedRefund refused, String gateway) {
    Instant now = now();
    Optional<RefundStore.Stored> refund = store.findByTransaction(refused.id());
    return refund
        .map(one -> repeated.again(one, gateway, now))
        .orElseGet(() -> surplus(refused, gateway, now));
  }

  /** A payment nobody earned: it is owed to the buyer since it came. */
  private UUID surplus(RefusedRefund refused, String otherwise, Instant now) {
    PaymentTransaction before = transactions.find(refused.id()).orElseThrow();
    if (!transactions.isSurplus(before.paymentId())) {
      throw new NotFound("refused refund", refused.id());
    }
    String gateway = otherwise == null ? before.gateway() : otherwise;
    UUID next = transactions.intendRefund(before, gateway, refused.amount(), now);
    if (!gateway.equals(before.gateway())) {
      ledger.post(
          Templates.refundRerouted(
              new Source("payment-transaction", next.toString(), now, before.orderGroupId()),
              before.gateway(),
              gateway,
              refused.amount()));
    }
    return next;
  }

  private RefusedRefund decided(RefusedRefund refused, String outcome, UUID next, String note) {
    rows.decide(refused.id(), outcome, next, refused.attempt(), note, caller.get().label(), now());
    audit.record(
        "decide-refused-refund",
        Subject.of("order-group", refused.orderGroup()),
        null,
        Map.of("amount", refused.amount(), "outcome", outcome, "note", note));
    return new RefusedRefund(
        refused.id(),
        refused.orderGroup(),
        refused.vendorOrder(),
        refused.buyer(),
        refused.cause(),
        refused.reason(),
        refused.amount(),
        refused.gateway(),
        refused.code(),
        refused.message(),
        refused.attempt(),
        refused.refusedAt(),
        outcome);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
