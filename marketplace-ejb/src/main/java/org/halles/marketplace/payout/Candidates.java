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
      select k.*, coalesce(v.status, f.status, 'APPROVED') as status,
             coalesce(v.payout_missing, '{}') as payout_missing, a.currency, %s,
             free.amount_minor, free.postings,
             coalesce((select sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)
                         from ledger_account d join posting p on p.account_id = d.id
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
        cross join lateral (
          select sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                   as amount_minor,
                 array_agg(p.id::text order by p.id) as postings
            from posting p join journal_entry e on e.id = p.entry_id
           where p.account_id = a.id
             and e.template not in ('payout-created', 'payout-cancelled')
             and (k.payee_kind <> 'FUND' or p.side = 'D' or e.template = 'payout-returned'
                  or e.at < ?)
             and not exists (select 1 from payout_claim c where c.posting_id = p.id)
        ) as free
       where free.amount_minor > 0
       order by k.name, k.id, a.currency
      """
          .formatted(Policies.COLUMNS);

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
