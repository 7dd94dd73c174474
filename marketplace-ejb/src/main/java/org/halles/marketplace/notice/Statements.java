package org.halles.marketplace.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.moderation.DecisionView;
import org.halles.marketplace.moderation.ListingDecided;
import org.halles.marketplace.moderation.ListingDecisionUndone;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** All statements of reasons: of decided notices, and of listings that moderators turned down. */
@ApplicationScoped
class Statements {

  /** What {@link #read} asks for, of the decision called {@code d}. */
  static final String COLUMNS = "d.*, l.title as listing_title, r.title as request_title ";

  /** What the decision called {@code d} is about. */
  static final String ABOUT =
      """
       left join listing l on l.id = d.listing_id
       left join buyer_request r on r.id = d.request_id
      """;

  private static final String SELECT = "select " + COLUMNS + " from notice_decision d" + ABOUT;

  /** With what the vendor or the buyer whom it restricts said against it. */
  private static final String OF_RESTRICTED =
      "select "
          + COLUMNS
          + ", "
          + OwnComplaint.COLUMNS
          + " from notice_decision d left join complaint c on c.decision_id = d.id and c.by_vendor"
          + ABOUT;

  /** With what the notifier said against it. */
  private static final String OF_NOTIFIER =
      "select "
          + COLUMNS
          + ", "
          + OwnComplaint.COLUMNS
          + " from notice_decision d left join complaint c on c.decision_id = d.id and not c.by_vendor"
          + ABOUT;

  private Database database;
  private Clock clock;

  protected Statements() {}

  @Inject
  Statements(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A listing that is turned down for good is a restriction like any other. */
  void on(@Observes ListingDecided decided) {
    DecisionView decision = decided.decision();
    if (decision.outcome() == Outcome.REJECTED) {
      add(
          new StatementOfReasons(
              decision.id(),
              decision.vendorId(),
              decision.listingId(),
              null,
              null,
              Restriction.LISTING_REFUSED,
              decision.reason(),
              Ground.TERMS,
              decision.reason(),
              found(decision.listingId()),
              false,
              decision.decidedBy(),
              decision.decidedAt(),
              sixMonths(decision.decidedAt()),
              null),
          null,
          decision.id());
    }
  }

  /** True if the checks had found something that weighs. */
  private boolean found(UUID listingId) {
    return database
        .find(
            """
            select exists (select 1 from moderation_case c join moderation_finding f on f.case_id = c.id
              where c.listing_id = ? and f.severity in ('WARNING', 'SERIOUS')) as found
            """,
            row -> row.flag("found"),
            listingId)
        .orElse(false);
  }

  void on(@Observes ListingDecisionUndone undone) {
    database.update(
        "update notice_decision set withdrawn_at = ? where listing_decision = ?",
        clock.instant(),
        undone.decisionId());
  }

  void add(StatementOfReasons statement, UUID noticeId, UUID listingDecision) {
    database.update(
        """
        insert into notice_decision (id, notice_id, listing_decision, vendor_id, listing_id,
          request_id, restriction, facts, ground, ground_reference, automated, decided_by, decided_at,
          complain_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement.id(),
        noticeId,
        listingDecision,
        statement.vendorId(),
        statement.listingId(),
        statement.requestId(),
        statement.restriction(),
        statement.facts(),
        statement.ground(),
        statement.groundReference(),
        statement.automated(),
        statement.decidedBy(),
        statement.decidedAt(),
        statement.complainUntil());
  }

  /** Locked until the transaction ends, so that a decision has one complaint and one end. */
  Optional<StatementOfReasons> held(UUID id) {
    return database.find(
        SELECT + "where d.id = ? and d.withdrawn_at is null for update of d", Statements::read, id);
  }

  Optional<StatementOfReasons> ofNotice(UUID noticeId) {
    return database.find(
        SELECT + "where d.notice_id = ? and d.withdrawn_at is null", Statements::read, noticeId);
  }

  /** The same for whoever sent the notice. */
  Optional<StatementOfReasons> forNotifier(UUID noticeId) {
    return database.find(
        OF_NOTIFIER + "where d.notice_id = ? and d.withdrawn_at is null",
        Statements::withComplaint,
        noticeId);
  }

  /** Restrictions a vendor should know of, newest first; once they can no longer be undone. */
  List<StatementOfReasons> ofVendor(UUID vendorId, UUID before, int most) {
    return database.list(
        OF_RESTRICTED
            + "where d.vendor_id = ? and d.restriction <> 'NONE' and d.withdrawn_at is null"
            + " and (?::uuid is null or d.id < ?::uuid) order by d.id desc limit ?",
        Statements::withComplaint,
        vendorId,
        before,
        before,
        most);
  }

  /** The restriction of what somebody asked for, if there is one and it is theirs. */
  Optional<StatementOfReasons> ofRequest(UUID requestId, UUID accountId) {
    return database.find(
        OF_RESTRICTED
            + "where r.id = ? and r.account_id = ?"
            + " and d.restriction <> 'NONE' and d.withdrawn_at is null order by d.id desc limit 1",
        Statements::withComplaint,
        requestId,
        accountId);
  }

  private static Texts title(Row row) throws SQLException {
    String request = row.text("request_title");
    return request == null ? row.json("listing_title", Texts.class) : Texts.of(request);
  }

  static Instant sixMonths(Instant from) {
    return from.atZone(ZoneOffset.UTC).plusMonths(6).toInstant();
  }

  private static StatementOfReasons withComplaint(Row row) throws SQLException {
    return read(row).with(OwnComplaint.read(row));
  }

  static StatementOfReasons read(Row row) throws SQLException {
    return new StatementOfReasons(
        row.uuid("id"),
        row.uuid("vendor_id"),
        row.uuid("listing_id"),
        row.uuid("request_id"),
        title(row),
        row.one("restriction", Restriction.class),
        row.text("facts"),
        row.one("ground", Ground.class),
        row.text("ground_reference"),
        row.flag("automated"),
        row.uuid("notice_id") != null,
        row.uuid("decided_by"),
        row.instant("decided_at"),
        row.instant("complain_until"),
        null);
  }
}
