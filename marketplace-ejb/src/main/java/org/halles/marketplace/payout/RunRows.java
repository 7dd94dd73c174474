package org.halles.marketplace.payout;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Payout runs as stored; inside the caller's transaction. */
@ApplicationScoped
class RunRows {

  /** One line with the sums of the run, written as {@code EUR 1200}. */
  private static final String SELECT =
      """
      select r.*, who.email as proposer, s.count, s.totals
        from payout_run r
        left join account who on who.id = r.proposed_by
        cross join lateral (
          select coalesce(sum(c.count), 0)::int as count,
                 array_agg(c.currency || ' ' || c.minor order by c.currency)
                   filter (where c.currency is not null) as totals
            from (select p.currency, count(*) as count, sum(p.amount_minor) as minor
                    from payout p where p.run_id = r.id group by p.currency) as c
        ) as s
      """;

  private Database database;

  protected RunRows() {}

  @Inject
  RunRows(Database database) {
    this.database = database;
  }

  public void open(UUID id, UUID proposer, LocalDate scheduledFor, Instant now) {
    database.update(
        """
        insert into payout_run (id, status, scheduled_for, proposed_by, proposed_at)
        values (?, 'PROPOSED', ?, ?, ?)
        """,
        id,
        scheduledFor,
        proposer,
        now);
  }

  public void holdBack(UUID id, List<HeldBack> heldBack) {
    database.update(
        "update payout_run set held_back = ?::jsonb where id = ?", Json.write(heldBack), id);
  }

  public void decide(UUID id, String status, UUID decider, Instant now) {
    database.update(
        """
        update payout_run set status = ?, decided_by = ?, decided_at = ?, version = version + 1
         where id = ?
        """,
        status,
        decider,
        now,
        id);
  }

  /** Runs are proposed and decided one after the other. */
  public void queue() {
    database.find("select pg_advisory_xact_lock(hashtext('halles-payout-runs'))", row -> true);
  }

  public boolean isScheduled(LocalDate day) {
    return database
        .find("select 1 from payout_run where scheduled_for = ?", row -> true, day)
        .isPresent();
  }

  /** Runs that the calendar proposed and nobody decided. */
  public List<UUID> undecidedOfCalendar() {
    return database.list(
        "select id from payout_run where status = 'PROPOSED' and proposed_by is null",
        row -> row.uuid("id"));
  }

  public Optional<PayoutRunView> find(UUID id) {
    return database.find(SELECT + " where r.id = ?", RunRows::read, id);
  }

  public Page<PayoutRunView> list(Paging paging) {
    List<Object> parameters = new ArrayList<>();
    String after =
        paging
            .keys(2)
            .map(
                keys -> {
                  parameters.add(keys.instant(0));
                  parameters.add(keys.uuid(1));
                  return " where (r.proposed_at, r.id) < (?, ?)";
                })
            .orElse("");
    parameters.add(paging.limit() + 1);
    List<PayoutRunView> rows =
        database.list(
            SELECT + after + " order by r.proposed_at desc, r.id desc limit ?",
            RunRows::summary,
            parameters.toArray());
    return Page.of(rows, paging.limit(), run -> Paging.cursor(run.proposedAt(), run.id()));
  }

  private static PayoutRunView summary(Row row) throws SQLException {
    return read(row, List.of());
  }

  private static PayoutRunView read(Row row) throws SQLException {
    return read(row, row.json("held_back", new TypeReference<List<HeldBack>>() {}));
  }

  private static PayoutRunView read(Row row, List<HeldBack> heldBack) throws SQLException {
    return new PayoutRunView(
        row.uuid("id"),
        row.text("status"),
        row.day("scheduled_for"),
        row.uuid("proposed_by"),
        row.text("proposer"),
        row.instant("proposed_at"),
        row.uuid("decided_by"),
        row.instant("decided_at"),
        row.integer("count"),
        row.texts("totals").stream().map(RunRows::money).toList(),
        List.of(),
        heldBack);
  }

  private static Money money(String words) {
    String[] parts = words.split(" +");
    return Money.of(Long.parseLong(parts[1]), CurrencyCode.of(parts[0]));
  }
}
