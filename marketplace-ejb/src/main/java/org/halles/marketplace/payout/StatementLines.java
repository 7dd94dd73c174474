package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;

/** The lines of a statement, down to the order line; inside the caller's transaction. */
@ApplicationScoped
class StatementLines {

  private static final String LINES =
      """
      with moved as materialized (
        select e.id as entry, e.day,
      """
          + StatementSums.KIND
          + """
               as template, e.source_type, e.source_id, p.vendor_order_id,
               sum(case p.side when 'C' then p.amount_minor else -p.amount_minor end) as net
          from ledger_account a
          join posting p on p.account_id = a.id
          join journal_entry e on e.id = p.entry_id
          left join journal_entry undone on undone.id = e.reverses
         where a.address = any(?) and a.currency = ?
           and e.day >= ?::date and e.day < ?::date
         group by e.id, undone.id, p.vendor_order_id
      )
      select m.entry, m.day, 'sales' as kind, o.number as reference, l.sku, l.title, l.quantity,
             coalesce(l.position, 1000000) as place, leg.currency,
             sum(case when leg.kind <> 'PLATFORM_PROMOTION' then leg.amount_minor
                      when leg.party like 'affiliate:%' then -leg.amount_minor end) as gross_minor,
             coalesce(sum(leg.amount_minor) filter (where leg.kind = 'COMMISSION'), 0)
               as commission_minor,
             coalesce(sum(leg.amount_minor) filter (where leg.kind = 'COMMISSION_VAT'), 0)
               as vat_minor,
             coalesce(sum(leg.amount_minor) filter (where leg.kind = 'VENDOR_NET'), 0) as net_minor
        from moved m
        join vendor_order o on o.id = m.vendor_order_id
        join allocation_line leg on leg.vendor_order_id = o.id
        left join order_line l on l.id = leg.order_line_id
       where m.template = 'capture'
       group by m.entry, m.day, o.number, l.id, leg.currency
      union all
      select m.entry, m.day, m.template, coalesce(o.number, pay.number, m.source_id), null, null, 0,
             0, ?, null, null, null, m.net
        from moved m
        left join vendor_order o on o.id = m.vendor_order_id
        left join payout pay on m.source_type = 'payout' and pay.id::text = m.source_id
       where m.template <> 'capture' and m.net <> 0
       order by entry, reference, place
      """;

  private Database database;

  protected StatementLines() {}

  @Inject
  StatementLines(Database database) {
    this.database = database;
  }

  public List<StatementLine> of(UUID vendor, YearMonth period, CurrencyCode currency) {
    return database.list(
        LINES,
        StatementLines::read,
        StatementSums.addresses(vendor),
        currency.value(),
        period.atDay(1).toString(),
        period.plusMonths(1).atDay(1).toString(),
        currency.value());
  }

  private static StatementLine read(Row row) throws SQLException {
    boolean sold = row.text("kind").equals("sales");
    return new StatementLine(
        row.day("day"),
        row.text("kind"),
        row.text("reference"),
        row.text("sku"),
        row.json("title", Texts.class),
        row.integer("quantity"),
        sold ? row.money("gross_minor") : null,
        sold ? row.money("commission_minor") : null,
        sold ? row.money("vat_minor") : null,
        row.money("net_minor"));
  }
}
