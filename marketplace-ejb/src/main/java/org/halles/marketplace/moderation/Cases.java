package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.ListingHandedIn;
import org.halles.marketplace.catalog.ListingLeftReview;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/** All cases: opened when a vendor hands something in, closed when it is decided or taken back. */
@ApplicationScoped
class Cases {

  /** How long somebody who took a case keeps it without a sign. */
  static final Duration HELD = Duration.ofMinutes(15);

  private Database database;
  private ModerationSettings settings;
  private AfterCommit afterCommit;
  private InspectionWorker worker;
  private Clock clock;

  protected Cases() {}

  @Inject
  Cases(
      Database database,
      ModerationSettings settings,
      AfterCommit afterCommit,
      InspectionWorker worker,
      Clock clock) {
    this.database = database;
    this.settings = settings;
    this.afterCommit = afterCommit;
    this.worker = worker;
    this.clock = clock;
  }

  /**
   * A new case, or a new round of the one that waits: it keeps its place and whoever works on it,
   * and is looked at by the checks again.
   */
  void on(@Observes ListingHandedIn handedIn) {
    database.update(
        """
        insert into moderation_case
          (id, listing_id, vendor_id, change_id, status, submitted_at, due_at)
        values (?, ?, ?, ?, 'WAITING', ?, ?)
        on conflict (listing_id) where status = 'WAITING' do update
          set change_id = excluded.change_id, round = moderation_case.round + 1,
              checked_at = null, risk = 0
        """,
        Ids.next(),
        handedIn.listingId(),
        handedIn.vendorId(),
        handedIn.changeId(),
        handedIn.at(),
        handedIn.at().plus(settings.target()));
    afterCommit.run(worker::wake);
  }

  void on(@Observes ListingLeftReview left) {
    database.update(
        "update moderation_case set status = 'LEFT' where listing_id = ? and status = 'WAITING'",
        left.listingId());
  }

  Page<CaseView> page(CaseFilter filter, Paging paging) {
    CaseQuery query = CaseQuery.of(filter, paging, clock.instant());
    List<CaseView> rows = database.list(query.sql(), this::read, query.parameters().toArray());
    return Page.of(rows, paging.limit(), last -> CaseQuery.cursor(filter.sort(), last));
  }

  Optional<CaseView> waiting(UUID listingId) {
    return database.find(
        CaseQuery.COLUMNS + " and c.listing_id = ?", this::read, clock.instant(), listingId);
  }

  /** What the checks found, by case, what weighs most first. */
  Map<UUID, List<FindingView>> findings(Collection<UUID> cases) {
    Map<UUID, List<FindingView>> findings = new LinkedHashMap<>();
    if (!cases.isEmpty()) {
      database.list(
          """
          select * from moderation_finding where case_id = any(?)
           order by array_position(array['SERIOUS','WARNING','FAILED','NOTE'], severity), position
          """,
          row ->
              findings
                  .computeIfAbsent(row.uuid("case_id"), none -> new ArrayList<>())
                  .add(finding(row)),
          (Object) cases.toArray(UUID[]::new));
    }
    return findings;
  }

  private static FindingView finding(Row row) throws SQLException {
    return new FindingView(
        row.text("check_id"),
        row.text("severity"),
        row.text("field"),
        row.json("message", Texts.class));
  }

  void assign(UUID caseId, UUID person) {
    database.update(
        "update moderation_case set assigned_to = ?, assigned_until = ? where id = ?",
        person,
        person == null ? null : clock.instant().plus(HELD),
        caseId);
  }

  void decided(UUID caseId) {
    database.update("update moderation_case set status = 'DECIDED' where id = ?", caseId);
  }

  /** Waits again, for the one who undid the decision. */
  void reopened(UUID caseId, UUID person) {
    database.update("update moderation_case set status = 'WAITING' where id = ?", caseId);
    assign(caseId, person);
  }

  private CaseView read(Row row) throws SQLException {
    Instant due = row.instant("due_at");
    boolean assigned = row.flag("assigned");
    return new CaseView(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.uuid("change_id"),
        new VendorCard(row.uuid("vendor_id"), row.text("slug"), row.text("vendor_name")),
        row.integer("round"),
        row.json("shown_title", Texts.class),
        row.text("image_media"),
        row.instant("submitted_at"),
        due,
        due.isBefore(clock.instant()),
        Risk.values()[row.integer("risk")],
        assigned ? row.uuid("assigned_to") : null,
        assigned ? row.text("assignee") : null,
        row.integer("findings"));
  }
}
