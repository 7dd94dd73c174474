package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
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
      select v.id as vendor_id, v.slug, v.name, v.status, v.payout_missing, a.currency, %s,
             free.amount_minor, free.postings,
             coalesce((select sum(case p.side when 'D' then p.amount_minor else -p.amount_minor end)
                         from ledger_account d join posting p on p.account_id = d.id
                        where d.address = 'vendor_receivable:' || v.id
                          and d.currency = a.currency), 0) as debt_minor
        from vendor v
        left join payout_policy pol on pol.vendor_id = v.id
        join ledger_account a on a.address = 'vendor_available:' || v.id
        cross join lateral (
          select sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end)
                   as amount_minor,
                 array_agg(p.id::text order by p.id) as postings
            from posting p join journal_entry e on e.id = p.entry_id
           where p.account_id = a.id
             and e.template not in ('payout-created', 'payout-cancelled')
             and not exists (select 1 from payout_claim c where c.posting_id = p.id)
        ) as free
       where free.amount_minor > 0
       order by v.name, v.id, a.currency
      """
          .formatted(Policies.COLUMNS);

  private Database database;

  protected Candidates() {}

  @Inject
  Candidates(Database database) {
    this.database = database;
  }

  /** All of them, by name. */
  public List<Candidate> all() {
    return database.list(UNCLAIMED, Candidates::read);
  }

  private static Candidate read(Row row) throws SQLException {
    Money unclaimed = row.money("amount_minor");
    return new Candidate(
        row.uuid("vendor_id"),
        row.text("slug"),
        row.text("name"),
        row.text("status"),
        row.texts("payout_missing"),
        Policies.read(row),
        unclaimed,
        row.money("debt_minor"),
        row.texts("postings"));
  }
}
