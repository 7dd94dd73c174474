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
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Paying vendors: a run is proposed, looked at, and approved by a second person. */
@ApplicationScoped
public class Payouts {

  /** As many payouts as a run shows at once. */
  static final int SHOWN = 100;

  private RunRows runs;
  private PayoutRows rows;
  private PayoutLists lists;
  private Proposals proposals;
  private Approval approval;
  private CurrentCaller caller;
  private Audit audit;
  private Clock clock;

  protected Payouts() {}

  @Inject
  public Payouts(
      RunRows runs,
      PayoutRows rows,
      PayoutLists lists,
      Proposals proposals,
      Approval approval,
      CurrentCaller caller,
      Audit audit,
      Clock clock) {
    this.runs = runs;
    this.rows = rows;
    this.lists = lists;
    this.proposals = proposals;
    this.approval = approval;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Proposes to pay every vendor what no payout has claimed yet. What the calendar had proposed and
   * nobody decided is replaced.
   *
   * @return the run with its payouts, and who is held back and why; nothing is booked yet
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutRunView propose() {
    runs.queue();
    Instant now = now();
    UUID person = caller.get().accountId();
    runs.undecidedOfCalendar().forEach(run -> proposals.cancel(run, person, now));
    UUID run = proposals.open(person, null, now);
    PayoutRunView made = get(run);
    audit.record("propose-payouts", Subject.of("payout-run", run), null, figures(made));
    return made;
  }

  /**
   * Sets the money of a run aside and sends it. A vendor whose balance fell since the proposal is
   * left out and named.
   *
   * @throws SecondPersonNeeded if the caller proposed it
   * @throws WrongPayoutStatus if it was decided before
   * @throws NotFound if there is no such run
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutRunView approve(UUID id) {
    runs.queue();
    UUID person = caller.get().accountId();
    UUID proposer = runs.find(id).orElseThrow(() -> new NotFound("payout run", id)).proposedBy();
    if (person == null || person.equals(proposer)) {
      throw new SecondPersonNeeded();
    }
    PayoutRunView run = proposed(id);
    approval.approve(run, person, now());
    PayoutRunView approved = get(id);
    audit.record("approve-payouts", Subject.of("payout-run", id), figures(run), figures(approved));
    return approved;
  }

  /**
   * Drops a proposal; its money can be proposed again.
   *
   * @throws WrongPayoutStatus if it was decided before
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutRunView cancel(UUID id) {
    runs.queue();
    PayoutRunView run = proposed(id);
    proposals.cancel(id, caller.get().accountId(), now());
    audit.record("cancel-payouts", Subject.of("payout-run", id), figures(run), null);
    return get(id);
  }

  /**
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public PayoutRunView get(UUID id) {
    PayoutRunView run = runs.find(id).orElseThrow(() -> new NotFound("payout run", id));
    return new PayoutRunView(
        run.id(),
        run.status(),
        run.scheduledFor(),
        run.proposedBy(),
        run.proposedByEmail(),
        run.proposedAt(),
        run.decidedBy(),
        run.decidedAt(),
        run.count(),
        run.totals(),
        rows.ofRun(id, SHOWN),
        run.heldBack());
  }

  /** Runs, newest first, without their payouts. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<PayoutRunView> runs(Paging paging) {
    return runs.list(paging);
  }

  /**
   * Payouts.
   *
   * @param status only these, or null for all
   * @param run only of this run, or null
   * @param sort null: the newest first
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<PayoutView> list(PayoutStatus status, UUID run, PayoutSort sort, Paging paging) {
    return lists.all(status, run, sort, paging);
  }

  private PayoutRunView proposed(UUID id) {
    PayoutRunView run = runs.find(id).orElseThrow(() -> new NotFound("payout run", id));
    if (!run.isProposed()) {
      throw new WrongPayoutStatus("the payout run", run.status(), "PROPOSED");
    }
    return run;
  }

  private static Map<String, Object> figures(PayoutRunView run) {
    return Map.of(
        "status",
        run.status(),
        "payouts",
        run.count(),
        "totals",
        run.totals().stream().map(Object::toString).toList(),
        "heldBack",
        List.copyOf(run.heldBack().stream().map(HeldBack::slug).toList()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
