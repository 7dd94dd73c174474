package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/**
 * Attempts to give money back that gateways refused; part of the caller's transaction. Parts of a
 * refund that were never sent, because its first part was refused, are none: they go with it.
 */
@ApplicationScoped
class RefusedRefundRows {

  private static final String SELECT =
      """
      select t.*, g.number as order_group, g.name, o.number as vendor_order, r.cause, r.reason,
             d.outcome, 1 + coalesce(p.attempt, 0) as attempt
        from payment_transaction t
        join order_group g on g.id = t.order_group_id
        left join refund r on r.transaction_id = t.id
        left join vendor_order o on o.id = r.vendor_order_id
        left join refused_refund d on d.transaction_id = t.id
        left join refused_refund p on p.next_id = t.id
       where t.kind = 'REFUND' and t.status = 'FAILED'
         and t.failure_code is distinct from 'first-part-refused'
      """;

  private Database database;

  protected RefusedRefundRows() {}

  @Inject
  RefusedRefundRows(Database database) {
    this.database = database;
  }

  /** Those nothing was decided about, the longest refused first. */
  public Page<RefusedRefund> open(Paging paging) {
    Instant at = paging.keys(2).map(keys -> keys.instant(0)).orElse(Instant.EPOCH);
    UUID id = paging.keys(2).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0));
    List<RefusedRefund> found =
        database.list(
            SELECT
                + """
                 and d.transaction_id is null and (t.settled_at, t.id) > (?, ?)
                 order by t.settled_at, t.id limit ?
                """,
            RefusedRefundRows::read,
            at,
            id,
            paging.limit() + 1);
    return Page.of(found, paging.limit(), last -> Paging.cursor(last.refusedAt(), last.id()));
  }

  public Optional<RefusedRefund> find(UUID id) {
    return database.find(SELECT + " and t.id = ?", RefusedRefundRows::read, id);
  }

  /** True if the journal of the gateway says that it paid after all. */
  public boolean paidAfterAll(RefusedRefund refused) {
    return database
        .find(
            """
            select 1 as one from gateway_line
             where gateway = ? and idempotency_key = ? and status = 'succeeded' limit 1
            """,
            row -> true,
            refused.gateway(),
            refused.id().toString())
        .isPresent();
  }

  /** Says whether nobody had decided before. */
  public boolean decide(
      UUID id, String outcome, UUID next, int attempt, String note, String who, Instant now) {
    return database.update(
            """
            insert into refused_refund (transaction_id, outcome, next_id, attempt, note, decided_by,
                                        decided_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            id,
            outcome,
            next,
            attempt,
            note,
            who,
            now)
        == 1;
  }

  /** How many wait for somebody to decide. */
  public int waiting() {
    return database
        .find(
            """
            select count(*) as n from payment_transaction t
             where t.kind = 'REFUND' and t.status = 'FAILED'
               and t.failure_code is distinct from 'first-part-refused'
               and not exists (select 1 from refused_refund d where d.transaction_id = t.id)
            """,
            row -> row.integer("n"))
        .orElse(0);
  }

  private static RefusedRefund read(Row row) throws SQLException {
    return new RefusedRefund(
        row.uuid("id"),
        row.text("order_group"),
        row.text("vendor_order"),
        row.text("name"),
        row.text("cause"),
        row.text("reason"),
        row.money("amount_minor"),
        row.text("gateway"),
        row.text("failure_code"),
        row.text("failure_message"),
        row.integer("attempt"),
        row.instant("settled_at"),
        row.text("outcome"));
  }
}
