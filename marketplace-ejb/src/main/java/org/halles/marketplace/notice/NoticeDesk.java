package org.halles.marketplace.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent.NoticeDecided;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;

/** Operators decide about notices, and say why to whom it concerns. */
@ApplicationScoped
@Transactional
public class NoticeDesk {

  private Notices notices;
  private Statements statements;
  private Moderation moderation;
  private Approval approval;
  private Event<RequestRemoved> requests;
  private Audit audit;
  private Outbox outbox;
  private CurrentCaller current;
  private Clock clock;

  protected NoticeDesk() {}

  @Inject
  NoticeDesk(
      Notices notices,
      Statements statements,
      Moderation moderation,
      Approval approval,
      Event<RequestRemoved> requests,
      Audit audit,
      Outbox outbox,
      CurrentCaller current,
      Clock clock) {
    this.notices = notices;
    this.statements = statements;
    this.moderation = moderation;
    this.approval = approval;
    this.requests = requests;
    this.audit = audit;
    this.outbox = outbox;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Notices.
   *
   * @param open true for those that wait, false for all
   * @param sort null: those that wait by their target time, all of them newest first
   */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<NoticeView> list(boolean open, NoticeSort sort, Paging paging) {
    NoticeSort usual = open ? NoticeSort.DUE : NoticeSort.NEWEST;
    return notices.page(open, sort == null ? usual : sort, paging);
  }

  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public NoticeView get(UUID id) {
    return notices.get(id);
  }

  /**
   * Decides: what was reported stays, the listing or the request goes, or the vendor is stopped.
   * Whom it restricts gets the statement of reasons, the notifier is told either way.
   *
   * @throws NoticeRefused if somebody decided already
   */
  @Allowed(Role.MODERATOR)
  public NoticeView decide(UUID id, NoticeDecision given) {
    NoticeView notice = notices.get(id);
    StatementOfReasons statement = checked(notice, given);
    if (!notices.close(id)) {
      throw NoticeRefused.decidedAlready();
    }
    statements.add(statement, id, null);
    enforce(notice, statement);
    audit.record("decide-notice", Subject.of("notice", notice.number()), null, facts(statement));
    outbox.add(new NoticeDecided(statement.id(), id, statement.decidedAt()));
    return notices.get(id);
  }

  private void enforce(NoticeView notice, StatementOfReasons statement) {
    String why = statement.facts();
    switch (statement.restriction()) {
      case LISTING_REMOVED -> moderation.decide(notice.listingId(), null, Outcome.TAKEN_DOWN, why);
      case VENDOR_SUSPENDED -> approval.suspend(notice.vendor().id(), why);
      case REQUEST_REMOVED -> requests.fire(new RequestRemoved(notice.requestId(), why));
      default -> {
        // what was reported stays
      }
    }
  }

  private StatementOfReasons checked(NoticeView notice, NoticeDecision given) {
    Checklist checklist = new Checklist();
    Restriction restriction =
        checklist.choice("restriction", given.restriction(), Restriction.class, null);
    boolean nothing = restriction == Restriction.NONE;
    if (restriction != null && !fits(restriction, notice)) {
      checklist.reject("restriction", "does not fit: " + fitting(notice), given.restriction());
    }
    String facts = checklist.text("facts", given.facts(), 1_000);
    Ground ground =
        nothing ? Ground.NONE : checklist.choice("ground", given.ground(), Ground.class, null);
    if (!nothing && ground == Ground.NONE) {
      checklist.reject("ground", "is needed for a restriction: illegal or terms", given.ground());
    }
    String reference =
        nothing ? "" : checklist.text("groundReference", given.groundReference(), 1_000);
    checklist.done();
    Instant now = clock.instant();
    return new StatementOfReasons(
        Ids.next(),
        notice.vendor() == null ? null : notice.vendor().id(),
        notice.listingId(),
        notice.requestId(),
        notice.title(),
        restriction,
        facts,
        ground,
        reference,
        Boolean.TRUE.equals(given.automated()),
        true,
        current.get().accountId(),
        now,
        Statements.sixMonths(now),
        null);
  }

  private static boolean fits(Restriction restriction, NoticeView notice) {
    return switch (restriction) {
      case NONE -> true;
      case LISTING_REFUSED -> false;
      case LISTING_REMOVED -> notice.listingId() != null;
      case VENDOR_SUSPENDED -> notice.vendor() != null;
      case REQUEST_REMOVED -> notice.requestId() != null;
    };
  }

  private static String fitting(NoticeView notice) {
    return notice.requestId() != null
        ? "choose none or request-removed"
        : "choose none or vendor-suspended";
  }

  private static Map<String, Object> facts(StatementOfReasons statement) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("restriction", statement.restriction());
    facts.put("ground", statement.ground());
    facts.put("groundReference", statement.groundReference());
    facts.put("facts", statement.facts());
    facts.put("automated", statement.automated());
    return facts;
  }
}
