package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Stale;

/**
 * Moderators look at listings before buyers do, and say why they turn one down. A decision holds at
 * once; for a minute it can be undone, and only then is the vendor told.
 */
@ApplicationScoped
@Transactional
public class Moderation {

  private static final int LONGEST_REASON = 2_000;

  private Reviewing reviewing;
  private Cases cases;
  private Decisions decisions;
  private Verdicts verdicts;
  private Audit audit;
  private Event<ListingDecisionUndone> undone;
  private CurrentCaller current;
  private Clock clock;

  protected Moderation() {}

  @Inject
  Moderation(
      Reviewing reviewing,
      Cases cases,
      Decisions decisions,
      Verdicts verdicts,
      Audit audit,
      Event<ListingDecisionUndone> undone,
      CurrentCaller current,
      Clock clock) {
    this.reviewing = reviewing;
    this.cases = cases;
    this.decisions = decisions;
    this.verdicts = verdicts;
    this.audit = audit;
    this.undone = undone;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Decides about what waits: a listing that is not on sale, or the change of one that is.
   *
   * @param round the round the moderator saw, or null if it insists on none
   * @throws Stale if the vendor changed it since, or it was decided meanwhile
   * @throws TakenByAnother if somebody else works on it
   */
  @Allowed(Role.MODERATOR)
  public Verdict decide(UUID listingId, Integer round, Outcome outcome, String reason) {
    String why = reason(reason, outcome.needsReason());
    VendorListing before = reviewing.hold(listingId);
    CaseView waiting = cases.waiting(listingId).orElse(null);
    if (round != null && (waiting == null || waiting.round() != round)) {
      throw new Stale();
    }
    if (waiting != null) {
      requireMine(waiting);
    }
    return verdicts.decide(before, outcome, why, null);
  }

  /**
   * A decision that a complaint showed to be wrong: a listing that was refused goes on sale, an
   * edit that was refused waits for a moderator again.
   */
  @Allowed(Role.MODERATOR)
  public VendorListing reconsider(UUID decisionId, String reason) {
    DecisionView decision =
        decisions.find(decisionId).orElseThrow(() -> new NotFound("decision", decisionId));
    VendorListing before = reviewing.hold(decision.listingId());
    if (decision.changeId() == null) {
      return verdicts.decide(before, Outcome.APPROVED, reason(reason, true), null).listing();
    }
    Decisions.Path path = decisions.path(decisionId);
    VendorListing after = reviewing.undo(path.undo());
    if (path.caseId() != null) {
      cases.reopened(path.caseId(), null);
    }
    return after;
  }

  /**
   * The last decision about a listing never was. Who made it may undo it within a minute.
   *
   * @throws TooLateToUndo if there is none that can be undone
   */
  @Allowed(Role.MODERATOR)
  public VendorListing undo(UUID listingId) {
    VendorListing before = reviewing.hold(listingId);
    DecisionView decision = decisions.last(listingId).orElseThrow(TooLateToUndo::new);
    Caller caller = current.get();
    Instant now = clock.instant();
    if (now.isAfter(decision.undoUntil())
        || decision.outcome() == Outcome.TAKEN_DOWN
        || !Objects.equals(decision.decidedBy(), caller.accountId())) {
      throw new TooLateToUndo();
    }
    Decisions.Path path = decisions.path(decision.id());
    VendorListing after = reviewing.undo(path.undo());
    decisions.undone(decision.id(), now, caller.accountId());
    if (path.caseId() != null) {
      cases.reopened(path.caseId(), caller.accountId());
    }
    audit.record(
        "undo-decision",
        Subject.of("listing", listingId, after.vendorId()),
        Verdicts.facts(before, null),
        Verdicts.facts(after, null));
    undone.fire(new ListingDecisionUndone(decision.id()));
    return after;
  }

  /**
   * The caller works on it for a quarter of an hour, and nobody else decides about it meanwhile.
   *
   * @param evenFromAnother true to take it out of another's hands
   * @throws TakenByAnother if somebody else works on it
   */
  @Allowed(Role.MODERATOR)
  public CaseView take(UUID listingId, boolean evenFromAnother) {
    reviewing.hold(listingId);
    CaseView waiting = waiting(listingId);
    if (!evenFromAnother) {
      requireMine(waiting);
    }
    cases.assign(waiting.id(), current.get().accountId());
    if (evenFromAnother && waiting.assignedTo() != null) {
      audit.record(
          "take-case-over",
          Subject.of("listing", listingId, waiting.vendor().id()),
          Map.of("assignee", waiting.assignedTo()),
          Map.of("assignee", current.get().accountId()));
    }
    return waiting(listingId);
  }

  /** The caller does not work on it any more. */
  @Allowed(Role.MODERATOR)
  public CaseView release(UUID listingId) {
    reviewing.hold(listingId);
    CaseView waiting = waiting(listingId);
    requireMine(waiting);
    cases.assign(waiting.id(), null);
    return waiting(listingId);
  }

  private CaseView waiting(UUID listingId) {
    return cases
        .waiting(listingId)
        .orElseThrow(() -> new NotFound("listing that waits", listingId));
  }

  private void requireMine(CaseView waiting) {
    if (waiting.assignedTo() != null && !waiting.assignedTo().equals(current.get().accountId())) {
      throw new TakenByAnother(waiting);
    }
  }

  private static String reason(String given, boolean needed) {
    Checklist checklist = new Checklist();
    String checked =
        needed
            ? checklist.text("reason", given, LONGEST_REASON)
            : checklist.optional("reason", given, LONGEST_REASON);
    checklist.done();
    return checked;
  }
}
