package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** Reads what was taken from vendors' money lately; inside the caller's transaction. */
@ApplicationScoped
class Deductions {

  /** How many of each account's newest postings are looked at, however long its book is. */
  private static final int NEWEST = 1000;

  private static final int SHOWN = 20;

  private static final String[] KINDS = {
    Templates.REFUND,
    Templates.COMMISSION_KEPT,
    Templates.CHARGEBACK_OPENED,
    Templates.VENDOR_FEE,
    Templates.CASH_KEPT,
    Templates.DEBT_OFFSET
  };

  /** What was turned round since, such as a chargeback that was won, was not taken. */
  private static final String TAKEN =
      """
      with moved as materialized (
        select e.id, e.at, e.template, e.reverses, a.address, a.currency, p.vendor_order_id, p.net
          from ledger_account a
         cross join lateral (
           select n.entry_id, n.vendor_order_id,
                  case n.side when 'D' then n.amount_minor else -n.amount_minor end as net
             from posting n where n.account_id = a.id
            order by n.tx desc, n.id desc limit ?) as p
          join journal_entry e on e.id = p.entry_id
         where a.address = any(?)
      )
      select m.id, m.at, m.template, m.currency, o.number,
             coalesce(sum(m.net) filter (where m.address = ?), 0) as pending_minor,
             coalesce(sum(m.net) filter (where m.address = ?), 0) as available_minor,
             coalesce(sum(m.net) filter (where m.address = ?), 0) as reserve_minor,
             coalesce(sum(m.net) filter (where m.address = ?), 0) as owed_minor
        from moved m left join vendor_order o on o.id = m.vendor_order_id
       where m.template = any(?)
         and m.id not in (select r.reverses from moved r where r.reverses is not null)
       group by m.id, m.at, m.template, m.currency, o.number
       order by m.at desc, m.id desc, o.number limit ?
      """;

  private Database database;

  protected Deductions() {}

  @Inject
  Deductions(Database database) {
    this.database = database;
  }

  /** The newest first. */
  public List<Deduction> newest(UUID vendor) {
    String pending = Chart.vendorPending(vendor);
    String available = Chart.vendorAvailable(vendor);
    String reserve = Chart.vendorReserve(vendor);
    String owed = Chart.vendorReceivable(vendor);
    return database.list(
        TAKEN,
        Deductions::read,
        NEWEST,
        new String[] {pending, available, reserve, owed},
        pending,
        available,
        reserve,
        owed,
        KINDS,
        SHOWN);
  }

  private static Deduction read(Row row) throws SQLException {
    return new Deduction(
        row.instant("at"),
        row.text("template"),
        row.text("number"),
        row.money("pending_minor"),
        row.money("available_minor"),
        row.money("reserve_minor"),
        row.money("owed_minor"));
  }
}
