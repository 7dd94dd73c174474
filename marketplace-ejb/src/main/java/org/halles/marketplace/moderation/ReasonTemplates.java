package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Texts;

/** The reasons that are given often; operators write them. */
@ApplicationScoped
@Transactional
public class ReasonTemplates {

  private static final int MOST = 100;

  private Database database;
  private Audit audit;

  protected ReasonTemplates() {}

  @Inject
  ReasonTemplates(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Allowed(Role.MODERATOR)
  public List<ReasonTemplate> list() {
    return database.list(
        "select * from reason_template order by position, id limit " + MOST,
        row ->
            new ReasonTemplate(
                row.uuid("id"),
                row.one("outcome", Outcome.class),
                row.json("title", Texts.class),
                row.json("text", Texts.class)));
  }

  /** Writes one: a new one if it has no id. */
  @Allowed(Role.MODERATOR)
  public ReasonTemplate save(ReasonTemplate given) {
    ReasonTemplate checked = checked(given);
    ReasonTemplate before = given.id() == null ? null : get(given.id());
    database.update(
        """
        insert into reason_template (id, outcome, title, text, position)
        values (?, ?, ?::jsonb, ?::jsonb, (select coalesce(max(position), 0) + 1 from reason_template))
        on conflict (id) do update
          set outcome = excluded.outcome, title = excluded.title, text = excluded.text
        """,
        checked.id(),
        checked.outcome(),
        Json.write(checked.title()),
        Json.write(checked.text()));
    audit.record(
        "write-reason-template", Subject.of("reason-template", checked.id()), before, checked);
    return checked;
  }

  @Allowed(Role.MODERATOR)
  public void remove(UUID id) {
    ReasonTemplate before = get(id);
    database.update("delete from reason_template where id = ?", id);
    audit.record("remove-reason-template", Subject.of("reason-template", id), before, null);
  }

  private ReasonTemplate get(UUID id) {
    return list().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("reason template", id));
  }

  private ReasonTemplate checked(ReasonTemplate given) {
    Checklist checklist = new Checklist();
    if (given.id() == null && list().size() >= MOST) {
      checklist.reject("title", "is one too many: remove another first", null);
    }
    if (given.outcome() == Outcome.APPROVED) {
      checklist.reject("outcome", "needs no reason: choose another or none", given.outcome());
    }
    ReasonTemplate checked =
        new ReasonTemplate(
            given.id() == null ? Ids.next() : given.id(),
            given.outcome(),
            both(checklist, "title", given.title(), 100),
            both(checklist, "text", given.text(), 2_000));
    checklist.done();
    return checked;
  }

  /** A vendor reads it in its own language, so both are needed. */
  private static Texts both(Checklist checklist, String field, Texts given, int longest) {
    Texts texts = checklist.texts(field, given, longest, false);
    for (String language : List.of("fr", "en")) {
      if (texts.byLanguage().getOrDefault(language, "").isBlank()) {
        checklist.reject(field + "." + language, "is missing: give it in both languages", null);
      }
    }
    return texts;
  }
}
