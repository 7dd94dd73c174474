package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.catalog.ChangeStatus;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.DomainEvent.ListingReviewed;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;

/**
 * Makes a decision what holds: at once for buyers, with its traces. The vendor is told when it can
 * no longer be undone.
 */
@ApplicationScoped
class Verdicts {

  private Reviewing reviewing;
  private Cases cases;
  private Decisions decisions;
  private Audit audit;
  private Outbox outbox;
  private Event<ListingDecided> decided;
  private CurrentCaller current;
  private Clock clock;

  protected Verdicts() {}

  @Inject
  Verdicts(
      Reviewing reviewing,
      Cases cases,
      Decisions decisions,
      Audit audit,
      Outbox outbox,
      Event<ListingDecided> decided,
      CurrentCaller current,
      Clock clock) {
    this.reviewing = reviewing;
    this.cases = cases;
    this.decisions = decisions;
    this.audit = audit;
    this.outbox = outbox;
    this.decided = decided;
    this.current = current;
    this.clock = clock;
  }

  /**
   * @param before the listing, held
   * @param rule the operator's rule that decides, or null for the caller
   */
  Verdict decide(VendorListing before, Outcome outcome, String reason, String rule) {
    Optional<CaseView> waiting = cases.waiting(before.id());
    UUID change = outcome == Outcome.TAKEN_DOWN ? null : changeOf(before);
    VendorListing after = apply(before.id(), outcome, reason);
    DecisionView decision = decision(before, change, outcome, reason, rule);
    decisions.add(
        decision, waiting.map(CaseView::id).orElse(null), before.status(), after.status());
    waiting.ifPresent(one -> cases.decided(one.id()));
    audit.record(
        outcome.action(),
        Subject.of("listing", after.id(), after.vendorId()),
        facts(before, null),
        facts(after, rule));
    outbox.addFor(
        decision.undoUntil(),
        new ListingReviewed(
            decision.id(),
            after.id(),
            after.vendorId(),
            outcome.name(),
            reason,
            decision.decidedAt()));
    decided.fire(new ListingDecided(decision));
    return new Verdict(after, decision);
  }

  private static UUID changeOf(VendorListing listing) {
    return listing.change() != null && listing.change().status() == ChangeStatus.SUBMITTED
        ? listing.change().id()
        : null;
  }

  private VendorListing apply(UUID listingId, Outcome outcome, String reason) {
    return switch (outcome) {
      case APPROVED -> reviewing.approve(listingId, reason);
      case REJECTED -> reviewing.reject(listingId, reason);
      case CHANGES_REQUESTED -> reviewing.requestChanges(listingId, reason);
      case TAKEN_DOWN -> reviewing.takeDown(listingId, reason);
    };
  }

  private DecisionView decision(
      VendorListing listing, UUID change, Outcome outcome, String reason, String rule) {
    Instant now = clock.instant();
    return new DecisionView(
        Ids.next(),
        listing.id(),
        listing.vendorId(),
        change,
        outcome,
        reason,
        rule,
        rule == null ? current.get().accountId() : null,
        null,
        now,
        now.plus(Decisions.UNDO),
        null);
  }

  static Map<String, Object> facts(VendorListing listing, String rule) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", listing.status());
    if (listing.reviewNote() != null) {
      facts.put("note", listing.reviewNote());
    }
    if (listing.change() != null) {
      facts.put("change", listing.change().status());
      facts.put("fields", listing.change().fields());
    }
    if (rule != null) {
      facts.put("rule", rule);
    }
    return facts;
  }
}
