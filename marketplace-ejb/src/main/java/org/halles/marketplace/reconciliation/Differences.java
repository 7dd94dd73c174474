package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.dispute.UncoveredChargebacks;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;

/** What people do about differences; whatever touches the book needs a second person. */
@ApplicationScoped
public class Differences {

  private static final int LONGEST_NOTE = 500;

  private DifferenceStore store;
  private UncoveredChargebacks uncovered;
  private Ledger ledger;
  private CurrentCaller caller;
  private Audit audit;
  private Clock clock;

  protected Differences() {}

  @Inject
  public Differences(
      DifferenceStore store,
      UncoveredChargebacks uncovered,
      Ledger ledger,
      CurrentCaller caller,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.uncovered = uncovered;
    this.ledger = ledger;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Differences, newest first.
   *
   * @param status only these; null: those that wait for somebody, {@code OPEN} and {@code PROPOSED}
   * @param run only what this run found; null: of any
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<DifferenceView> list(String status, UUID run, Paging paging) {
    return store.list(status, run, paging);
  }

  /**
   * @throws NotFound if there is none
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public DifferenceView get(UUID id) {
    return store.find(id).orElseThrow(() -> new NotFound("difference", id));
  }

  /**
   * Has the sweeper ask the gateway again under the same key; the next comparison shows what came
   * of it.
   *
   * @throws NotPossible if asking could change nothing
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public DifferenceView askAgain(UUID id) {
    DifferenceView difference = lock(id, SafeAction.ASK_AGAIN);
    if (store.sentOtherwise(difference)) {
      throw NotPossible.sentOtherwise(difference);
    }
    store.askAgain(difference, now());
    return changed("ask-gateway-again", difference, "");
  }

  /**
   * Proposes to post the missing fee, to book what a bank took back as a loss, or to mark the
   * difference as explained.
   *
   * @param note in words, 1 to 500 characters
   * @throws NotPossible if this does not fit the difference
   * @throws org.halles.marketplace.dispute.CannotDispute if a bank or a refund has not decided yet
   *     whether there is a loss
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public DifferenceView propose(UUID id, SafeAction action, String note) {
    if (note == null || note.isBlank() || note.length() > LONGEST_NOTE) {
      throw new InvalidInput(
          new Violation("note", "must have 1 to " + LONGEST_NOTE + " characters", note));
    }
    if (action == null || action == SafeAction.ASK_AGAIN) {
      throw new InvalidInput(
          new Violation(
              "action", "must be EXPLAIN, POST_FEE or BOOK_LOSS", String.valueOf(action)));
    }
    DifferenceView difference = lock(id, action);
    if (action == SafeAction.BOOK_LOSS) {
      uncovered.require(UUID.fromString(difference.key()));
    }
    store.propose(id, action, note.strip(), caller.get().accountId());
    return changed("propose-for-difference", difference, note);
  }

  /**
   * A second person agrees, and what was proposed is done.
   *
   * @throws SecondPersonMustAgree if the caller proposed it
   * @throws NotPossible if nothing is proposed
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public DifferenceView agree(UUID id) {
    DifferenceView difference = lockProposed(id);
    UUID person = caller.get().accountId();
    if (person == null || person.equals(difference.proposedBy())) {
      throw new SecondPersonMustAgree();
    }
    Instant now = now();
    switch (difference.proposed()) {
      case POST_FEE -> postFee(difference, now);
      case BOOK_LOSS -> uncovered.book(UUID.fromString(difference.key()), difference.note());
      default -> {
        // explained: nothing is posted
      }
    }
    store.decide(
        id, difference.proposed() == SafeAction.EXPLAIN ? "EXPLAINED" : "POSTED", person, now);
    return changed("agree-on-difference", difference, difference.note());
  }

  private void postFee(DifferenceView difference, Instant now) {
    ledger.post(
        Templates.gatewayFeeCorrection(
            new Source(difference.source(), difference.sourceId().toString(), now, null),
            difference.gateway(),
            difference.thereFee().minus(difference.hereFee()),
            store.accrued(difference),
            difference.note()));
  }

  /** Takes a proposal back, or refuses it: the difference waits again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public DifferenceView reject(UUID id) {
    DifferenceView difference = lockProposed(id);
    store.reopen(id);
    return changed("reject-for-difference", difference, "");
  }

  private DifferenceView lock(UUID id, SafeAction action) {
    DifferenceView difference = store.lock(id).orElseThrow(() -> new NotFound("difference", id));
    if (!difference.status().equals("OPEN") || !difference.actions().contains(action)) {
      throw new NotPossible(action.name(), difference);
    }
    return difference;
  }

  private DifferenceView lockProposed(UUID id) {
    DifferenceView difference = store.lock(id).orElseThrow(() -> new NotFound("difference", id));
    if (!difference.status().equals("PROPOSED")) {
      throw new NotPossible("a decision", difference);
    }
    return difference;
  }

  private DifferenceView changed(String action, DifferenceView before, String note) {
    DifferenceView after = get(before.id());
    audit.record(
        action,
        Subject.of("reconciliation-difference", before.id()),
        Map.of("status", before.status()),
        Map.of("status", after.status(), "key", after.key(), "note", note));
    return after;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
