package org.halles.marketplace.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;

/** Differences as stored; inside the caller's transaction. */
@ApplicationScoped
class DifferenceStore {

  private static final Set<String> STATUSES =
      Set.of("OPEN", "PROPOSED", "EXPLAINED", "POSTED", "RESOLVED");

  /** With the purchase of a chargeback that was not booked, for lack of something to take. */
  private static final String VIEW =
      """
      select d.*, g.number as uncovered_of
        from reconciliation_difference d
        left join uncovered_chargeback u on u.id::text = d.key and u.gateway = d.gateway
         and d.kind = 'MISSING_HERE'
        left join order_group g on g.id = u.order_group_id
      """;

  private Database database;

  protected DifferenceStore() {}

  @Inject
  DifferenceStore(Database database) {
    this.database = database;
  }

  public Optional<DifferenceView> find(UUID id) {
    return database.find(VIEW + " where d.id = ?", DifferenceStore::read, id);
  }

  public Optional<DifferenceView> lock(UUID id) {
    return database.find(VIEW + " where d.id = ? for update of d", DifferenceStore::read, id);
  }

  public Page<DifferenceView> list(String status, UUID run, Paging paging) {
    if (status != null && !STATUSES.contains(status)) {
      throw new InvalidInput(new Violation("status", "must be one of " + STATUSES, status));
    }
    String[] wanted =
        status != null
            ? new String[] {status}
            : run == null ? new String[] {"OPEN", "PROPOSED"} : STATUSES.toArray(String[]::new);
    Optional<Keys> after = paging.keys(2);
    List<DifferenceView> rows =
        database.list(
            VIEW
                + """
             where d.status = any(?) and (?::timestamptz is null or (d.at, d.id) < (?, ?))
               and (?::uuid is null or exists (
                 select 1 from reconciliation_finding f
                  where f.run_id = ? and f.difference_id = d.id))
             order by d.at desc, d.id desc limit ?
            """,
            DifferenceStore::read,
            wanted,
            after.map(keys -> keys.instant(0)).orElse(null),
            after.map(keys -> keys.instant(0)).orElse(null),
            after.map(keys -> keys.uuid(1)).orElse(null),
            run,
            run,
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), one -> Paging.cursor(one.at(), one.id()));
  }

  /**
   * Has the gateway asked again. A payment we hold for failed becomes unknown again: only the
   * gateway can say what happened, and money that came too late goes back by itself.
   */
  public void askAgain(DifferenceView difference, Instant now) {
    if (difference.source().equals("payout")) {
      database.update(
          """
          update payout set status = case status when 'FAILED' then 'SENT' else status end,
                 next_check_at = ?, settled_at = null, version = version + 1
           where id = ? and status in ('FAILED', 'SENT', 'IN_TRANSIT')
          """,
          now,
          difference.sourceId());
    } else {
      database.update(
          """
          update payment_transaction
             set status = case status when 'FAILED' then 'UNKNOWN' else status end,
                 next_check_at = ?, settled_at = null, version = version + 1
           where id = ? and status <> 'SUCCEEDED'
          """,
          now,
          difference.sourceId());
    }
  }

  /** True if the money of a refused refund was sent otherwise: a second payment must not count. */
  public boolean sentOtherwise(DifferenceView difference) {
    return database
        .find(
            "select 1 as one from refused_refund where transaction_id = ? and outcome <> 'CLOSED'",
            row -> true,
            difference.sourceId())
        .isPresent();
  }

  public void propose(UUID id, SafeAction action, String note, UUID person) {
    database.update(
        """
        update reconciliation_difference
           set status = 'PROPOSED', proposed = ?, note = ?, proposed_by = ?, decided_by = null,
               decided_at = null, version = version + 1
         where id = ?
        """,
        action,
        note,
        person,
        id);
  }

  public void decide(UUID id, String status, UUID person, Instant now) {
    database.update(
        """
        update reconciliation_difference
           set status = ?, decided_by = ?, decided_at = ?, version = version + 1 where id = ?
        """,
        status,
        person,
        now,
        id);
  }

  public void reopen(UUID id) {
    database.update(
        """
        update reconciliation_difference
           set status = 'OPEN', proposed = null, note = null, proposed_by = null,
               version = version + 1
         where id = ?
        """,
        id);
  }

  private static DifferenceView read(Row row) throws SQLException {
    DifferenceKind kind = row.one("kind", DifferenceKind.class);
    String uncoveredOf = row.text("uncovered_of");
    Diagnosis diagnosis =
        uncoveredOf == null
            ? Diagnosis.of(kind, row.text("there_state"), row.text("here_state"))
            : Diagnosis.uncovered();
    return new DifferenceView(
        row.uuid("id"),
        row.text("gateway"),
        row.text("key"),
        kind,
        row.text("reference"),
        row.text("source"),
        row.uuid("source_id"),
        uncoveredOf == null ? row.text("about") : uncoveredOf,
        row.text("there_kind"),
        row.text("there_state"),
        row.text("here_state"),
        row.money("there_minor"),
        row.money("here_minor"),
        row.money("there_fee"),
        row.money("here_fee"),
        row.instant("at"),
        diagnosis.cause(),
        diagnosis.actions(),
        row.text("status"),
        row.one("proposed", SafeAction.class),
        row.text("note"),
        row.uuid("proposed_by"),
        row.uuid("decided_by"),
        row.instant("decided_at"));
  }

  /** What vendors gave for this payment's fee, and nothing was paid with yet. */
  Money accrued(DifferenceView difference) {
    return database
        .find(
            """
            select coalesce(sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end), 0)
                     as minor
              from journal_entry e
              join posting p on p.entry_id = e.id
              join ledger_account a on a.id = p.account_id and a.address = 'psp_fee_accrual'
             where e.source_type = ? and e.source_id = ?
            """,
            row -> Money.of(row.whole("minor"), difference.thereFee().currency()),
            difference.source(),
            difference.sourceId().toString())
        .orElseThrow();
  }
}
