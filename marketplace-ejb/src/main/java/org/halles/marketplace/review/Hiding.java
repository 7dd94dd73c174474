package org.halles.marketplace.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Operators hide what must not be said here. A bad mark alone is no reason. */
@ApplicationScoped
@Transactional
public class Hiding {

  private ReviewRows rows;
  private Database database;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected Hiding() {}

  @Inject
  Hiding(ReviewRows rows, Database database, Audit audit, CurrentCaller caller, Clock clock) {
    this.rows = rows;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * All reviews.
   *
   * @param hidden true for those alone that are hidden
   * @param sort null: the newest first
   */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<ReviewView> list(boolean hidden, ReviewSort sort, Paging paging) {
    return rows.all(hidden, sort == null ? ReviewSort.NEWEST : sort, paging);
  }

  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public ReviewView get(UUID id) {
    return rows.find(id).orElseThrow(() -> new NotFound("review", id));
  }

  /** Takes a review out of sight and out of the count; hiding it again changes the reason. */
  @Allowed(Role.MODERATOR)
  public ReviewView hide(UUID id, String reason) {
    Checklist checklist = new Checklist();
    String why = checklist.text("reason", reason, 500);
    checklist.done();
    return change(id, why);
  }

  /** Shows it again. */
  @Allowed(Role.MODERATOR)
  public ReviewView show(UUID id) {
    return change(id, null);
  }

  private ReviewView change(UUID id, String reason) {
    ReviewView before = get(id);
    UUID vendor =
        database
            .find("select vendor_id from review where id = ?", row -> row.uuid("vendor_id"), id)
            .orElseThrow();
    rows.lock(before.listingId(), vendor);
    database.update(
        """
        update review set hidden_reason = ?, hidden_by = ?,
          hidden_at = case when ?::text is not null then coalesce(hidden_at, ?) end
        where id = ?
        """,
        reason,
        reason == null ? null : caller.get().accountId(),
        reason,
        clock.instant(),
        id);
    rows.count(before.listingId());
    audit.record(
        reason == null ? "show-review" : "hide-review",
        Subject.of("review", id, vendor),
        Map.of("hidden", before.hidden()),
        reason == null ? Map.of("hidden", false) : Map.of("hidden", true, "reason", reason));
    return rows.find(id).orElseThrow();
  }
}
