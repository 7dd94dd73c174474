package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** Runs as stored. */
@ApplicationScoped
class RunStore {

  private Database database;
  private FindingStore findings;

  protected RunStore() {}

  @Inject
  RunStore(Database database, FindingStore findings) {
    this.database = database;
    this.findings = findings;
  }

  /** Begins a run; empty if one was made for this day before. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<UUID> begin(
      String gateway, LocalDate day, Instant from, Instant to, UUID person, Instant now) {
    UUID id = Ids.next();
    int made =
        database.update(
            """
            insert into reconciliation_run (id, gateway, scheduled_for, from_at, to_at, status,
                                            started_by, started_at)
            values (?, ?, ?, ?, ?, 'RUNNING', ?, ?) on conflict do nothing
            """,
            id,
            gateway,
            day,
            from,
            to,
            person,
            now);
    return made == 1 ? Optional.of(id) : Optional.empty();
  }

  /** Records what was found; what former runs found in this span and this one did not is over. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void end(UUID id, long lines, Comparison.Outcome outcome, Instant now) {
    ReconciliationView run = find(id).orElseThrow();
    findings.record(run, outcome.differences());
    if (outcome.differences().size() < Comparison.MOST) {
      findings.resolveOthers(run);
    }
    database.update(
        """
        update reconciliation_run
           set status = 'DONE', ended_at = ?, lines = ?, compared = ?, open_items = ?, found = ?
         where id = ?
        """,
        now,
        lines,
        outcome.compared(),
        outcome.open(),
        outcome.differences().size(),
        id);
  }

  @Allowed(Role.FINANCE)
  @Transactional
  public void fail(UUID id, String why, Instant now) {
    database.update(
        """
        update reconciliation_run
           set status = 'FAILED', ended_at = ?, failure = ?, scheduled_for = null where id = ?
        """,
        now,
        why,
        id);
  }

  /** Part of the caller's transaction. */
  public Optional<ReconciliationView> find(UUID id) {
    return database.find("select * from reconciliation_run where id = ?", RunStore::read, id);
  }

  /** Newest first. Part of the caller's transaction. */
  public Page<ReconciliationView> list(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    List<ReconciliationView> rows =
        database.list(
            """
            select * from reconciliation_run
             where ?::timestamptz is null or (started_at, id) < (?, ?)
             order by started_at desc, id desc limit ?
            """,
            RunStore::read,
            after.map(keys -> keys.instant(0)).orElse(null),
            after.map(keys -> keys.instant(0)).orElse(null),
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), run -> Paging.cursor(run.startedAt(), run.id()));
  }

  private static ReconciliationView read(Row row) throws SQLException {
    return new ReconciliationView(
        row.uuid("id"),
        row.text("gateway"),
        row.day("scheduled_for"),
        row.instant("from_at"),
        row.instant("to_at"),
        row.text("status"),
        row.uuid("started_by"),
        row.instant("started_at"),
        row.instant("ended_at"),
        row.whole("lines"),
        row.whole("compared"),
        row.whole("open_items"),
        row.whole("found"),
        row.text("failure"));
  }
}
