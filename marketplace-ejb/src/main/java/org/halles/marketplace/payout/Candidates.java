package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Finds whose money waits to be paid. */
@ApplicationScoped
class Candidates {

  /**
   * What payouts themselves wrote on an account is no earning, but for what came back from a bank.
   */
  private static final String UNCLAIMED =
      """
      select k.*, coalesce(v.status, f.status,
                      case when exists (select from payee_account x where x.payee_id = k.id)
                           then 'APPROVED' else 'UNCONFIRMED' end) as status,
             coalesce(v.payout_missing, '{}') as payout_missing, a.currency, %s,
             free.amount_minor, free.postings,
             coalesce((select coalesce(b.debit_minor - b.credit_minor, 0) + (
                                select coalesce(sum(case p.side when 'D' then p.amount_minor
                                                                else -p.amount_minor end), 0)
                                  from posting p
                                 where p.account_id = d.id
                                   and p.tx >= coalesce(b.below_tx, '0'::xid8))
                         from ledger_account d left join balance b on b.account_id = d.id
                        where d.address = case k.payee_kind
                                            when 'VENDOR' then 'vendor_receivable:' || k.id
                                            when 'AFFILIATE' then 'affiliate_receivable:' || k.id
                                          end
                          and d.currency = a.currency), 0) as debt_minor
        from paid_party k
        left join vendor v on v.id = k.id
        left join affiliate f on f.id = k.id
        left join payout_policy pol on pol.vendor_id = k.id
        join ledger_account a on a.address = k.account
        left join payout_mark m on m.account_id = a.id
        cross join lateral (
          select sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                   as amount_minor,
                 array_agg(p.id::text order by p.id) as postings
            from (select n.* from posting n
                   where n.account_id = a.id and n.tx >= coalesce(m.below_tx, '0'::xid8)
                  union all
                  select o.* from payout_reopened r join posting o on o.id = r.posting_id
                   where r.account_id = a.id and o.tx < m.below_tx) as p
            join journal_entry e on e.id = p.entry_id
           where e.template not in ('payout-created', 'payout-cancelled')
             and (k.payee_kind <> 'FUND' or p.side = 'D' or e.template = 'payout-returned'
                  or e.at < ?)
             and not exists (select 1 from payout_claim c where c.posting_id = p.id)
        ) as free
       where free.amount_minor > 0
       order by k.name, k.id, a.currency
      """
          .formatted(Policies.COLUMNS);

  /**
   * Up to the first posting that is still open, or the oldest transaction that still runs. What
   * payouts gave free again is found by another way, so a mark never goes back.
   */
  private static final String MARK =
      """
      insert into payout_mark (account_id, below_tx)
      select a.id, coalesce((
               select p.tx from posting p join journal_entry e on e.id = p.entry_id
                where p.account_id = a.id and p.tx >= coalesce(m.below_tx, '0'::xid8)
                  and p.tx < pg_snapshot_xmin(pg_current_snapshot())
                  and e.template not in ('payout-created', 'payout-cancelled')
                  and not exists (select 1 from payout_claim c where c.posting_id = p.id)
                order by p.tx limit 1), pg_snapshot_xmin(pg_current_snapshot()))
        from paid_party k
        join ledger_account a on a.address = k.account
        left join payout_mark m on m.account_id = a.id
      on conflict (account_id) do update
         set below_tx = greatest(payout_mark.below_tx, excluded.below_tx)
      """;

  private static final Duration WITHDRAWAL = Duration.ofDays(30);

  private Database database;

  protected Candidates() {}

  @Inject
  Candidates(Database database) {
    this.database = database;
  }

  /**
   * All of them, by name. What was given for others goes back with its purchase: it is paid to them
   * when the time to withdraw is over.
   */
  public List<Candidate> all(Instant now) {
    return database.list(UNCLAIMED, Candidates::read, now.minus(WITHDRAWAL));
  }

  /** Notes up to where nothing is open, after a run claimed what it could. */
  public void mark() {
    database.update(
        """
        delete from payout_reopened r using payout_claim c where c.posting_id = r.posting_id
        """);
    database.update(MARK);
  }

  private static Candidate read(Row row) throws SQLException {
    Money unclaimed = row.money("amount_minor");
    return new Candidate(
        PayoutRows.payee(row),
        row.text("status"),
        row.texts("payout_missing"),
        Policies.read(row),
        unclaimed,
        row.money("debt_minor"),
        row.texts("postings"));
  }
}
