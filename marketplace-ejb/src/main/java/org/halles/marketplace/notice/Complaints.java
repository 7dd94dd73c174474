package org.halles.marketplace.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ComplaintDecided;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Vendors, buyers who ask and notifiers complain within six months; another person decides again.
 */
@ApplicationScoped
@Transactional
public class Complaints {

  private static final Duration TARGET = Duration.ofDays(14);

  private static final String COLUMNS =
      """
      select c.id as complaint_id, c.by_vendor, c.text, c.status, c.created_at, c.due_at, c.answer,
             c.decided_at as answered_at,
      """
          + Statements.COLUMNS
          + "from complaint c join notice_decision d on d.id = c.decision_id"
          + Statements.ABOUT;

  private Database database;
  private Statements statements;
  private Notices notices;
  private Moderation moderation;
  private Approval approval;
  private Event<RequestCleared> requests;
  private Audit audit;
  private Outbox outbox;
  private CurrentCaller current;
  private Clock clock;

  protected Complaints() {}

  @Inject
  Complaints(
      Database database,
      Statements statements,
      Notices notices,
      Moderation moderation,
      Approval approval,
      Event<RequestCleared> requests,
      Audit audit,
      Outbox outbox,
      CurrentCaller current,
      Clock clock) {
    this.database = database;
    this.statements = statements;
    this.notices = notices;
    this.moderation = moderation;
    this.approval = approval;
    this.requests = requests;
    this.audit = audit;
    this.outbox = outbox;
    this.current = current;
    this.clock = clock;
  }

  /** What was decided against a vendor, newest first. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public Page<StatementOfReasons> statements(VendorScope scope, Paging paging) {
    UUID before = paging.keys(1).map(keys -> keys.uuid(0)).orElse(null);
    List<StatementOfReasons> found =
        statements.ofVendor(scope.vendorId(), before, paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.id()))
        .map(StatementOfReasons::told);
  }

  /** A vendor is not content with a decision against it. */
  @Needs(Permission.CATALOGUE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public ComplaintView complain(VendorScope scope, UUID decisionId, String text) {
    StatementOfReasons statement =
        statements
            .held(decisionId)
            .filter(one -> scope.vendorId().equals(one.vendorId()))
            .filter(one -> one.restriction() != Restriction.NONE)
            .orElseThrow(() -> new NotFound("decision", decisionId));
    return file(statement, true, text);
  }

  /** What was decided against a request of the caller's, if anything was. */
  @Allowed(Role.SIGNED_IN)
  public Optional<StatementOfReasons> aboutRequest(UUID requestId) {
    return statements.ofRequest(requestId, current.get().accountId()).map(StatementOfReasons::told);
  }

  /** A buyer is not content with the decision against a request. */
  @Allowed(Role.SIGNED_IN)
  public ComplaintView complain(UUID requestId, String text) {
    StatementOfReasons statement =
        aboutRequest(requestId)
            .flatMap(told -> statements.held(told.id()))
            .orElseThrow(() -> new NotFound("decision", requestId));
    return file(statement, true, text);
  }

  /** A notifier is not content with what was decided about its notice. */
  @Allowed(Role.ANYONE)
  public ComplaintView complain(String number, String accessKey, String text) {
    NoticeView notice = notices.get(number, accessKey == null ? "" : accessKey);
    if (notice.decision() == null) {
      throw new NotFound("decision", number);
    }
    return file(statements.held(notice.decision().id()).orElseThrow(), false, text);
  }

  private ComplaintView file(StatementOfReasons about, boolean byRestricted, String given) {
    Checklist checklist = new Checklist();
    String text = checklist.text("text", given, 5_000);
    checklist.done();
    Instant now = clock.instant();
    if (now.isAfter(about.complainUntil())) {
      throw NoticeRefused.tooLate();
    }
    UUID id = Ids.next();
    int added =
        database.update(
            """
            insert into complaint (id, decision_id, by_vendor, text, status, created_at, due_at)
            values (?, ?, ?, ?, 'OPEN', ?, ?) on conflict (decision_id, by_vendor) do nothing
            """,
            id,
            about.id(),
            byRestricted,
            text,
            now,
            now.plus(TARGET));
    if (added == 0) {
      throw NoticeRefused.complainedAlready();
    }
    audit.record(
        "complain",
        Subject.of("notice-decision", about.id(), byRestricted ? about.vendorId() : null),
        null,
        Map.of(about.vendorId() == null ? "byBuyer" : "byVendor", byRestricted));
    ComplaintView filed = get(id);
    return told(filed);
  }

  /** Open complaints, the next to be late first; or all, newest first. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<ComplaintView> list(boolean open, Paging paging) {
    Optional<Keys> after = paging.keys(2);
    Instant at = after.map(keys -> keys.instant(0)).orElse(null);
    String order =
        open
            ? "where c.status = 'OPEN' and (?::timestamptz is null or (c.due_at, c.id) > (?::timestamptz, ?::uuid))"
                + " order by c.due_at, c.id"
            : "where (?::timestamptz is null or (c.created_at, c.id) < (?::timestamptz, ?::uuid))"
                + " order by c.created_at desc, c.id desc";
    List<ComplaintView> rows =
        database.list(
            COLUMNS + order + " limit ?",
            this::read,
            at,
            at,
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        last -> Paging.cursor(open ? last.dueAt() : last.createdAt(), last.id()));
  }

  /**
   * Decides again. Whoever decided first may not. A restriction that is reversed ends at once.
   *
   * @param reverse true if the first decision was wrong
   * @throws SamePerson if the caller made the first decision
   */
  @Allowed(Role.MODERATOR)
  public ComplaintView decide(UUID id, boolean reverse, String given) {
    Checklist checklist = new Checklist();
    String answer = checklist.text("answer", given, 2_000);
    checklist.done();
    ComplaintView complaint = get(id);
    if (Objects.equals(complaint.about().decidedBy(), current.get().accountId())) {
      throw new SamePerson();
    }
    int decided =
        database.update(
            """
            update complaint set status = ?, answer = ?, decided_by = ?, decided_at = ?
             where id = ? and status = 'OPEN'
            """,
            reverse ? "REVERSED" : "UPHELD",
            answer,
            current.get().accountId(),
            clock.instant(),
            id);
    if (decided == 0) {
      throw NoticeRefused.decidedAlready();
    }
    if (reverse) {
      lift(complaint.about(), answer);
    }
    audit.record(
        "decide-complaint",
        Subject.of("notice-decision", complaint.about().id(), complaint.about().vendorId()),
        Map.of("restriction", complaint.about().restriction()),
        Map.of("reversed", reverse, "answer", answer));
    outbox.add(new ComplaintDecided(id, clock.instant()));
    return get(id);
  }

  /** A listing that was refused or removed is on sale; a stopped vendor sells again. */
  private void lift(StatementOfReasons about, String answer) {
    switch (about.restriction()) {
      case LISTING_REMOVED -> moderation.decide(about.listingId(), null, Outcome.APPROVED, answer);
      case LISTING_REFUSED -> moderation.reconsider(about.id(), answer);
      case VENDOR_SUSPENDED -> approval.reinstate(about.vendorId(), answer);
      case REQUEST_REMOVED -> requests.fire(new RequestCleared(about.requestId()));
      default -> {
        // a notice that was turned down is to be decided anew: the answer says what happens
      }
    }
  }

  private ComplaintView get(UUID id) {
    return database
        .find(COLUMNS + "where c.id = ?", this::read, id)
        .orElseThrow(() -> new NotFound("complaint", id));
  }

  private static ComplaintView told(ComplaintView view) {
    return new ComplaintView(
        view.id(),
        view.byVendor(),
        view.byBuyer(),
        view.text(),
        view.status(),
        view.createdAt(),
        view.dueAt(),
        view.late(),
        view.answer(),
        view.decidedAt(),
        view.about().told());
  }

  private ComplaintView read(Row row) throws SQLException {
    Instant due = row.instant("due_at");
    boolean open = row.text("status").equals("OPEN");
    StatementOfReasons about = Statements.read(row);
    boolean byRestricted = row.flag("by_vendor");
    return new ComplaintView(
        row.uuid("complaint_id"),
        byRestricted && about.vendorId() != null,
        byRestricted && about.requestId() != null,
        row.text("text"),
        row.text("status"),
        row.instant("created_at"),
        due,
        open && due.isBefore(clock.instant()),
        row.text("answer"),
        row.instant("answered_at"),
        about);
  }
}
