package org.halles.marketplace.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** The operator keeps the list of reasons for which goods may go back. */
@ApplicationScoped
public class ReturnReasons {

  private static final Pattern CODE = Pattern.compile("[a-z0-9](-?[a-z0-9]){1,39}");
  private static final int LONGEST_NAME = 80;
  private static final int MOST_DAYS = 730;

  private Database database;
  private Audit audit;

  protected ReturnReasons() {}

  @Inject
  ReturnReasons(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Those buyers choose from, in the operator's order. */
  @Allowed(Role.ANYONE)
  @Transactional
  public List<ReturnReason> offered() {
    return list(" where active order by position, code");
  }

  /** All of them. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public List<ReturnReason> all() {
    return list(" order by position, code");
  }

  /**
   * Adds a reason, or changes the one with this code. What was asked for it before stays as it was.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.ADMIN)
  @Transactional
  public ReturnReason save(ReturnReason wanted) {
    Checklist checklist = new Checklist();
    String code =
        checklist.pattern("code", wanted.code(), CODE, "small letters, digits and hyphens");
    Texts name = checklist.texts("name", wanted.name(), LONGEST_NAME, true);
    int days = checklist.number("days", wanted.days(), 1, MOST_DAYS, 30);
    if (wanted.costBorneBy() == null) {
      checklist.reject("costBorneBy", "is missing: choose one of vendor, buyer", null);
    }
    checklist.done();
    Optional<ReturnReason> before = find(code);
    ReturnReason after =
        new ReturnReason(
            code,
            name,
            wanted.costBorneBy(),
            days,
            wanted.photoNeeded(),
            wanted.deliveryBack(),
            wanted.active());
    write(after);
    audit.record(
        "save-return-reason", Subject.of("return-reason", code), before.orElse(null), after);
    return after;
  }

  private void write(ReturnReason reason) {
    database.update(
        """
        insert into return_reason (code, name, cost_borne_by, days, photo_needed, delivery_back,
                                   active, position)
        values (?, ?::jsonb, ?, ?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from return_reason))
        on conflict (code) do update set name = excluded.name,
          cost_borne_by = excluded.cost_borne_by, days = excluded.days,
          photo_needed = excluded.photo_needed, delivery_back = excluded.delivery_back,
          active = excluded.active
        """,
        reason.code(),
        Json.write(reason.name()),
        reason.costBorneBy(),
        reason.days(),
        reason.photoNeeded(),
        reason.deliveryBack(),
        reason.active());
  }

  /**
   * @throws NotFound if there is none, or it is not offered any more
   */
  ReturnReason get(String code) {
    return find(code)
        .filter(ReturnReason::active)
        .orElseThrow(() -> new NotFound("return reason", code));
  }

  Optional<ReturnReason> find(String code) {
    return database.find("select * from return_reason where code = ?", ReturnReasons::read, code);
  }

  private List<ReturnReason> list(String rest) {
    return database.list("select * from return_reason" + rest, ReturnReasons::read);
  }

  private static ReturnReason read(Row row) throws SQLException {
    return new ReturnReason(
        row.text("code"),
        row.json("name", Texts.class),
        row.one("cost_borne_by", Bearer.class),
        row.integer("days"),
        row.flag("photo_needed"),
        row.flag("delivery_back"),
        row.flag("active"));
  }
}
