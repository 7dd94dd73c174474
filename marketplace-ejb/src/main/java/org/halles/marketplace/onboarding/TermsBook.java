package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.TermsPublished;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Texts;

/** The operator's terms for sellers, version by version. What was published is never changed. */
@ApplicationScoped
@Transactional
public class TermsBook {

  private static final int LONGEST = 100_000;

  private Database database;
  private Standings standings;
  private Outbox outbox;
  private Audit audit;
  private Clock clock;

  protected TermsBook() {}

  @Inject
  TermsBook(Database database, Standings standings, Outbox outbox, Audit audit, Clock clock) {
    this.database = database;
    this.standings = standings;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /** The newest version. */
  @Allowed(Role.ANYONE)
  public TermsView newest() {
    return database
        .find("select * from terms_version order by version desc limit 1", TermsView::read)
        .orElseThrow();
  }

  /** All versions, newest first. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public List<TermsView> versions() {
    return database.list(
        "select * from terms_version order by version desc limit 100", TermsView::read);
  }

  /**
   * Publishes a new version: every vendor is written to, and sells on after the day only if it has
   * accepted.
   *
   * @param text in both languages
   * @param dueOn today or later
   */
  @Allowed(Role.MODERATOR)
  public TermsView publish(Texts text, LocalDate dueOn) {
    LocalDate today = BusinessCalendar.dayOf(clock.instant());
    Checklist checklist = new Checklist();
    Texts checked = checklist.texts("text", text, LONGEST, true);
    for (String language : List.of("fr", "en")) {
      if (!checked.byLanguage().containsKey(language)) {
        checklist.reject("text." + language, "is needed", null);
      }
    }
    if (dueOn == null || dueOn.isBefore(today)) {
      checklist.reject("dueOn", "must be today or later", dueOn);
    }
    checklist.done();
    return keep(checked, dueOn);
  }

  private TermsView keep(Texts text, LocalDate dueOn) {
    int version = newest().version() + 1;
    database.update(
        "insert into terms_version (version, text, published_at, due_on) values (?, ?::jsonb, ?, ?)",
        version,
        Json.write(text),
        clock.instant(),
        dueOn);
    standings.everybody();
    outbox.add(new TermsPublished(version, dueOn, clock.instant()));
    audit.record(
        "publish-terms", Subject.of("terms", version), null, Map.of("dueOn", dueOn.toString()));
    return newest();
  }
}
