package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.ReviewUndo;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** All decisions there ever were. */
@ApplicationScoped
class Decisions {

  /** How long a decision can be undone, and the vendor is not told of it. */
  static final Duration UNDO = Duration.ofSeconds(60);

  private static final String COLUMNS =
      "select d.*, a.name as who from moderation_decision d"
          + " left join account a on a.id = d.decided_by ";

  private Database database;

  protected Decisions() {}

  @Inject
  Decisions(Database database) {
    this.database = database;
  }

  void add(DecisionView decision, UUID caseId, ListingStatus before, ListingStatus after) {
    database.update(
        """
        insert into moderation_decision (id, case_id, listing_id, vendor_id, change_id, outcome,
          status_before, status_after, reason, rule, decided_by, decided_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        decision.id(),
        caseId,
        decision.listingId(),
        decision.vendorId(),
        decision.changeId(),
        decision.outcome(),
        before,
        after,
        decision.reason(),
        decision.rule(),
        decision.decidedBy(),
        decision.decidedAt());
  }

  Optional<DecisionView> find(UUID id) {
    return database.find(COLUMNS + "where d.id = ?", Decisions::read, id);
  }

  /** The last one that stands. */
  Optional<DecisionView> last(UUID listingId) {
    return database.find(
        COLUMNS + "where d.listing_id = ? and d.undone_at is null order by d.id desc limit 1",
        Decisions::read,
        listingId);
  }

  /** What was decided about a listing, newest first. */
  List<DecisionView> of(UUID listingId) {
    return database.list(
        COLUMNS + "where d.listing_id = ? order by d.id desc limit 50", Decisions::read, listingId);
  }

  /** How to undo it, and the case it closed, if any. */
  record Path(ReviewUndo undo, UUID caseId) {}

  Path path(UUID id) {
    return database
        .find(
            "select * from moderation_decision where id = ?",
            row ->
                new Path(
                    new ReviewUndo(
                        row.uuid("listing_id"),
                        row.uuid("change_id"),
                        row.one("status_before", ListingStatus.class),
                        row.one("status_after", ListingStatus.class),
                        row.instant("decided_at")),
                    row.uuid("case_id")),
            id)
        .orElseThrow();
  }

  void undone(UUID id, Instant now, UUID person) {
    database.update(
        "update moderation_decision set undone_at = ?, undone_by = ? where id = ?",
        now,
        person,
        id);
  }

  private static DecisionView read(Row row) throws SQLException {
    Instant at = row.instant("decided_at");
    return new DecisionView(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.uuid("vendor_id"),
        row.uuid("change_id"),
        row.one("outcome", Outcome.class),
        row.text("reason"),
        row.text("rule"),
        row.uuid("decided_by"),
        row.text("who"),
        at,
        at.plus(UNDO),
        row.instant("undone_at"));
  }
}
