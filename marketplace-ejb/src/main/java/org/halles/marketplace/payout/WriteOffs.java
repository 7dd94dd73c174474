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
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Purses;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/**
 * Debts of vendors and affiliates that will not be paid any more become a loss: finance proposes it
 * with a reason, another person agrees.
 */
@ApplicationScoped
public class WriteOffs {

  private static final int LONGEST_REASON = 500;

  private WriteOffRows rows;
  private Purses purses;
  private Ledger ledger;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected WriteOffs() {}

  @Inject
  WriteOffs(
      WriteOffRows rows,
      Purses purses,
      Ledger ledger,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.purses = purses;
    this.ledger = ledger;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Who owes how much, at most two hundred.
   *
   * @param sort null: the largest first
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<Debt> debts(DebtSort sort) {
    return rows.debts(sort == null ? DebtSort.LARGEST : sort);
  }

  /** Newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<WriteOff> list(Paging paging) {
    return rows.list(paging);
  }

  /**
   * Proposes to write off a debt, or a part of it.
   *
   * @param party vendor or affiliate
   * @throws NotFound if nobody of that id owes anything
   * @throws CannotWriteOff naming both amounts if less is owed, or if one waits already
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public WriteOff propose(UUID party, Money amount, String reason) {
    Checklist checks = new Checklist();
    String why = checks.text("reason", reason, LONGEST_REASON);
    if (amount == null || !amount.isPositive()) {
      checks.reject("amount", "must be above zero", amount);
    }
    checks.done();
    Debt debt =
        rows.debtsOf(party).stream()
            .filter(one -> one.owed().currency().equals(amount.currency()))
            .findFirst()
            .orElseThrow(() -> new NotFound("debt in " + amount.currency() + " of", party));
    requireOwed(amount, debt.owed());
    UUID id = Ids.next();
    if (!rows.propose(id, debt, amount, why, caller.get().accountId(), now())) {
      throw CannotWriteOff.proposedAlready(debt.name());
    }
    return recorded("propose-write-off", id);
  }

  /**
   * A second person agrees, and it is posted.
   *
   * @throws CannotWriteOff if the caller proposed it, it is decided, or less is owed by now
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public WriteOff agree(UUID id) {
    WriteOff proposed = lock(id);
    UUID person = caller.get().accountId();
    if (person == null || person.equals(proposed.proposedBy())) {
      throw CannotWriteOff.byTheSame();
    }
    Money amount = proposed.amount();
    boolean vendor = proposed.kind().equals("VENDOR");
    String receivable =
        vendor
            ? Chart.vendorReceivable(proposed.party())
            : Chart.affiliateReceivable(proposed.party().toString());
    purses.open(
        amount.currency(),
        vendor ? List.of(proposed.party()) : List.of(),
        vendor ? List.of() : List.of(proposed.party().toString()));
    requireOwed(amount, purses.debt(receivable, amount.currency()));
    Instant now = now();
    ledger.post(
        Templates.writeOff(
            new Source("write-off", id.toString(), now, null),
            receivable,
            amount,
            proposed.reason()));
    rows.decide(id, "POSTED", person, now);
    return recorded("agree-on-write-off", id);
  }

  /**
   * Nothing is written off.
   *
   * @throws CannotWriteOff if it is decided
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public WriteOff reject(UUID id) {
    lock(id);
    rows.decide(id, "REJECTED", caller.get().accountId(), now());
    return recorded("reject-write-off", id);
  }

  private WriteOff lock(UUID id) {
    WriteOff found = rows.lock(id).orElseThrow(() -> new NotFound("write-off", id));
    if (!found.status().equals("PROPOSED")) {
      throw CannotWriteOff.decided(found.status());
    }
    return found;
  }

  private static void requireOwed(Money wanted, Money owed) {
    if (wanted.compareTo(owed) > 0) {
      throw CannotWriteOff.tooMuch(wanted, owed);
    }
  }

  private WriteOff recorded(String action, UUID id) {
    WriteOff view = rows.find(id).orElseThrow();
    Subject subject =
        view.kind().equals("VENDOR")
            ? Subject.of("write-off", id, view.party())
            : Subject.of("write-off", id);
    audit.record(
        action,
        subject,
        null,
        Map.of("name", view.name(), "amount", view.amount(), "reason", view.reason()));
    return view;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
