package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What the ledger says the platform earned from vendors in a month: commission with its VAT, and
 * fees with theirs. Credits are invoiced, debits are credited; nothing is computed anew.
 */
@ApplicationScoped
class Sums {

  /** One kind of service for one vendor, charged or given back. */
  record Sum(
      UUID vendor,
      CurrencyCode currency,
      boolean given,
      String kind,
      int orders,
      long net,
      long vat) {}

  private static final String EARNED =
      """
      earned as (
        select e.id as entry, e.day, p.currency, p.side, p.amount_minor, a.address,
               p.vendor_order_id, o.number, coalesce(o.vendor_id, c.vendor_id) as vendor_id,
               coalesce(f.kind, 'COMMISSION') as kind
          from journal_entry e
          join posting p on p.entry_id = e.id
          join ledger_account a on a.id = p.account_id
           and a.address in ('commission_income', 'commission_vat_payable', 'vendor_fee_income')
          left join vendor_order o on o.id = p.vendor_order_id
          left join vendor_fee_charge c
            on e.source_type = 'vendor-fee' and c.id::text = e.source_id
          left join vendor_fee f on f.id = c.fee_id
         where e.day >= ?::date and e.day < ?::date
      )
      """;

  /** The month by the ledger, less what was invoiced of it before. */
  private static final String TO_INVOICE =
      "with "
          + EARNED
          + """
      , sums as (
        select vendor_id, currency, side = 'D' as given, kind,
               count(distinct vendor_order_id) as orders,
               coalesce(sum(amount_minor) filter (where address <> 'commission_vat_payable'), 0) as net,
               coalesce(sum(amount_minor) filter (where address = 'commission_vat_payable'), 0) as vat
          from earned where vendor_id is not null
         group by vendor_id, currency, side, kind
      ), before as (
        select i.vendor_id, i.currency, i.kind = 'CREDIT_NOTE' as given, l.kind,
               sum(l.orders) as orders, sum(l.net_minor) as net, sum(l.vat_minor) as vat
          from vendor_invoice i join vendor_invoice_line l on l.invoice_id = i.id
         where i.period = ?
         group by i.vendor_id, i.currency, i.kind, l.kind
      )
      select s.vendor_id, s.currency, s.given, s.kind,
             greatest(s.orders - coalesce(b.orders, 0), 0) as orders,
             s.net - coalesce(b.net, 0) as net, s.vat - coalesce(b.vat, 0) as vat
        from sums s
        left join before b using (vendor_id, currency, given, kind)
       where s.net <> coalesce(b.net, 0) or s.vat <> coalesce(b.vat, 0)
       order by s.vendor_id, s.currency, s.given, s.kind
      """;

  private static final String DETAILS =
      "with "
          + EARNED
          + """
      select day, entry, kind, number as reference, currency,
             coalesce(sum(case side when 'C' then amount_minor else -amount_minor end)
               filter (where address <> 'commission_vat_payable'), 0) as net,
             coalesce(sum(case side when 'C' then amount_minor else -amount_minor end)
               filter (where address = 'commission_vat_payable'), 0) as vat
        from earned where vendor_id = ? and currency = ?
       group by day, entry, kind, number, currency
       order by entry, number
      """;

  private Database database;

  protected Sums() {}

  @Inject
  Sums(Database database) {
    this.database = database;
  }

  public List<Sum> toInvoice(YearMonth month) {
    return database.listPatiently(
        TO_INVOICE,
        row ->
            new Sum(
                row.uuid("vendor_id"),
                CurrencyCode.of(row.text("currency")),
                row.flag("given"),
                row.text("kind"),
                row.integer("orders"),
                row.whole("net"),
                row.whole("vat")),
        month.atDay(1).toString(),
        month.plusMonths(1).atDay(1).toString(),
        month.toString());
  }

  public List<InvoiceDetail> details(UUID vendor, YearMonth month, CurrencyCode currency) {
    return database.listPatiently(
        DETAILS,
        Sums::detail,
        month.atDay(1).toString(),
        month.plusMonths(1).atDay(1).toString(),
        vendor,
        currency.value());
  }

  private static InvoiceDetail detail(Row row) throws SQLException {
    CurrencyCode currency = CurrencyCode.of(row.text("currency"));
    return new InvoiceDetail(
        row.day("day"),
        row.whole("entry"),
        row.text("kind"),
        row.text("reference"),
        Money.of(row.whole("net"), currency),
        Money.of(row.whole("vat"), currency));
  }
}
