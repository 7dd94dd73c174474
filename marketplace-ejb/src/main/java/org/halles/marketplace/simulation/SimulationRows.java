package org.halles.marketplace.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** Simulations in the database: whoever finds one that waits, or was left, works on it. */
@ApplicationScoped
class SimulationRows {

  private static final String COLUMNS =
      "id, status, request::text as request, lines_total, lines_done, fault, created_at, created_by,"
          + " finished_at";

  private final Database database;

  @Inject
  SimulationRows(Database database) {
    this.database = database;
  }

  protected SimulationRows() {
    this(null);
  }

  void insert(UUID id, NewSimulation request, String by, Instant at) {
    database.update(
        """
        insert into commission_simulation (id, status, request, created_at, created_by, touched_at)
        values (?, 'WAITING', ?::jsonb, ?, ?, now())
        """,
        id,
        Json.write(request),
        at,
        by);
  }

  Optional<SimulationView> find(UUID id) {
    return database.find(
        "select " + COLUMNS + ", outcome::text as outcome from commission_simulation where id = ?",
        row -> view(row, row.json("outcome", Outcome.class)),
        id);
  }

  Page<SimulationView> page(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    String where = after.isPresent() ? "where (created_at, id) < (?, ?) " : "";
    String sql =
        "select "
            + COLUMNS
            + " from commission_simulation "
            + where
            + "order by created_at desc, id desc limit ?";
    Object[] parameters =
        after
            .map(keys -> new Object[] {keys.instant(0), keys.uuid(1), paging.limit() + 1})
            .orElseGet(() -> new Object[] {paging.limit() + 1});
    List<SimulationView> rows = database.list(sql, row -> view(row, null), parameters);
    return Page.of(rows, paging.limit(), view -> Paging.cursor(view.createdAt(), view.id()));
  }

  /** Takes one that waits, or that a server left in the middle; it begins anew. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Optional<SimulationView> take() {
    Optional<UUID> open =
        database.find(
            """
            select id from commission_simulation
            where status = 'WAITING'
              or status = 'RUNNING' and touched_at < now() - interval '2 minutes'
            order by created_at limit 1 for update skip locked
            """,
            row -> row.uuid("id"));
    open.ifPresent(
        id ->
            database.update(
                "update commission_simulation set status = 'RUNNING', lines_done = 0,"
                    + " touched_at = now() where id = ?",
                id));
    return open.flatMap(this::find);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void progress(UUID id, int done, int total) {
    database.update(
        "update commission_simulation set lines_done = ?, lines_total = ?, touched_at = now()"
            + " where id = ?",
        done,
        total,
        id);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void finish(UUID id, Outcome outcome, String fault, Instant at) {
    database.update(
        "update commission_simulation set status = ?, outcome = ?::jsonb, fault = ?,"
            + " finished_at = ?, touched_at = now() where id = ?",
        fault == null ? SimulationStatus.DONE.name() : SimulationStatus.FAILED.name(),
        outcome == null ? null : Json.write(outcome),
        fault,
        at,
        id);
  }

  private static SimulationView view(Row row, Outcome outcome) throws SQLException {
    return new SimulationView(
        row.uuid("id"),
        row.one("status", SimulationStatus.class),
        row.json("request", NewSimulation.class),
        row.integer("lines_total"),
        row.integer("lines_done"),
        outcome,
        row.text("fault"),
        row.instant("created_at"),
        row.text("created_by"),
        row.instant("finished_at"));
  }
}
