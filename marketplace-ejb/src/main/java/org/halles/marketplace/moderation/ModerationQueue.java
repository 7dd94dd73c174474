package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** What waits for moderators, and all there is to know about one case. */
@ApplicationScoped
@Transactional
public class ModerationQueue {

  /**
   * How much waits.
   *
   * @param late after their target time
   */
  public record Count(int waiting, int late, int risky) {}

  private Cases cases;
  private Decisions decisions;
  private Notes notes;
  private Reviewing reviewing;
  private Database database;
  private Clock clock;

  protected ModerationQueue() {}

  @Inject
  ModerationQueue(
      Cases cases,
      Decisions decisions,
      Notes notes,
      Reviewing reviewing,
      Database database,
      Clock clock) {
    this.cases = cases;
    this.decisions = decisions;
    this.notes = notes;
    this.reviewing = reviewing;
    this.database = database;
    this.clock = clock;
  }

  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<CaseView> list(CaseFilter filter, Paging paging) {
    return cases.page(filter, paging);
  }

  /** The listings of these cases, in their order, as their vendors see them. */
  @Allowed(Role.MODERATOR)
  public List<VendorListing> listings(List<CaseView> cases) {
    return reviewing.list(cases.stream().map(CaseView::listingId).toList());
  }

  /** What the checks found, by case. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Map<UUID, List<FindingView>> findings(List<UUID> caseIds) {
    return cases.findings(caseIds);
  }

  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Count count() {
    return database
        .find(
            """
            select count(*) as waiting, count(*) filter (where due_at < ?) as late,
                   count(*) filter (where risk = 3) as risky
              from moderation_case where status = 'WAITING'
            """,
            row -> new Count(row.integer("waiting"), row.integer("late"), row.integer("risky")),
            clock.instant())
        .orElseThrow();
  }

  /** All about one listing; also where nothing waits. */
  @Allowed(Role.MODERATOR)
  public CaseDetail detail(UUID listingId) {
    CaseView waiting = cases.waiting(listingId).orElse(null);
    List<FindingView> findings =
        waiting == null
            ? List.of()
            : cases.findings(List.of(waiting.id())).getOrDefault(waiting.id(), List.of());
    return new CaseDetail(
        waiting,
        reviewing.get(listingId),
        reviewing.proposed(listingId),
        findings,
        decisions.of(listingId),
        notes.of(listingId));
  }
}
