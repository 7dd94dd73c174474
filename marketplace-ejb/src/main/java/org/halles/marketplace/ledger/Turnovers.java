package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.Database;

/** Sums of postings by account and business day, kept beside the balances. */
@ApplicationScoped
class Turnovers {

  /**
   * To be joined as {@code turned}: what each account turned over on each day up to one, what is
   * stored and what came since. Parameters: the day, the day.
   */
  static final String TURNED =
      """
      (select t.account_id, t.day, t.debit_minor, t.credit_minor
         from ledger_turnover t where t.day <= ?
       union all
       select p.account_id, e.day,
              case p.side when 'D' then p.amount_minor else 0 end,
              case p.side when 'C' then p.amount_minor else 0 end
         from posting p join journal_entry e on e.id = p.entry_id
        where p.tx >= (select below_tx from ledger_turnover_mark) and e.day <= ?) as turned
      """;

  private static final String ROLL_UP =
      """
      with horizon as materialized (
        select pg_snapshot_xmin(pg_current_snapshot()) as tx, m.below_tx as since
          from ledger_turnover_mark m for update of m
      ), moved as (
        update ledger_turnover_mark m set below_tx = horizon.tx from horizon
      )
      insert into ledger_turnover as t (account_id, day, debit_minor, credit_minor)
      select p.account_id, e.day,
             coalesce(sum(p.amount_minor) filter (where p.side = 'D'), 0),
             coalesce(sum(p.amount_minor) filter (where p.side = 'C'), 0)
        from horizon
        join posting p on p.tx >= horizon.since and p.tx < horizon.tx
        join journal_entry e on e.id = p.entry_id
       group by p.account_id, e.day
       order by p.account_id, e.day
      on conflict (account_id, day) do update
         set debit_minor = t.debit_minor + excluded.debit_minor,
             credit_minor = t.credit_minor + excluded.credit_minor
      """;

  private Database database;

  protected Turnovers() {}

  @Inject
  Turnovers(Database database) {
    this.database = database;
  }

  /** Adds what is final by now; part of the caller's transaction. */
  public void rollUp() {
    database.findPatiently(ROLL_UP + " returning 1 as done", row -> true);
  }
}
