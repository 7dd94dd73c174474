package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The yearly report on vendors (DAC7), straight from the ledger: by quarter what each one got, what
 * the platform kept, and how many orders it was for.
 */
@ApplicationScoped
public class YearlyReport {

  private static final int FIRST_YEAR = 2020;
  private static final int LAST_YEAR = 2200;
  private static final int FEW_SALES = 30;
  private static final Money LITTLE = Money.of(2_000_00, "EUR");

  /**
   * Money moved between a vendor's own accounts adds up to nothing; payouts are of no order. Of
   * gateways' fees only what the vendor bore, or got back of that, is of its order.
   */
  private static final String REPORT =
      """
      with moved as (
        select o.vendor_id, p.currency, extract(quarter from e.day)::int as quarter,
               case when a.address like 'vendor\\_%' then
                 case p.side when 'C' then p.amount_minor else -p.amount_minor end end as earned,
               case when a.address in ('commission_income', 'commission_vat_payable',
                                       'psp_fee_accrual', 'psp_fee_expense') then
                 case p.side when 'C' then p.amount_minor else -p.amount_minor end end as kept,
               case when e.template = 'capture' and o.status not in ('CANCELLED', 'REFUSED')
                 then o.id end as sold
          from journal_entry e
          join posting p on p.entry_id = e.id
          join ledger_account a on a.id = p.account_id
          join vendor_order o on o.id = p.vendor_order_id
         where e.day >= ?::date and e.day < ?::date
        union all
        select c.vendor_id, p.currency, extract(quarter from e.day)::int, -p.amount_minor,
               p.amount_minor, null
          from journal_entry e
          join posting p on p.entry_id = e.id and p.side = 'C'
          join vendor_fee_charge c on c.id::text = e.source_id
         where e.source_type = 'vendor-fee' and e.day >= ?::date and e.day < ?::date
      ), sums as (
        select vendor_id, currency,
      """
          + quarters()
          + """
               coalesce(sum(earned), 0) as earned, coalesce(sum(kept), 0) as kept,
               count(distinct sold) as sold
          from moved group by vendor_id, currency
      )
      select s.*, v.slug, v.name, v.kind, v.country, f.trader ->> 'legalName' as legal,
             f.trader ->> 'address' as address, f.trader ->> 'registration' as registration,
             f.trader ->> 'vatNumber' as vat,
             exists (select from order_line l join vendor_order o on o.id = l.vendor_order_id
                      where o.vendor_id = v.id and l.kind <> 'GOODS'
                        and o.placed_at >= ?::date and o.placed_at < ?::date) as beyond_goods
        from sums s
        join vendor v on v.id = s.vendor_id
        left join storefront f on f.vendor_id = v.id
       where (v.name, v.id, s.currency) > (?, ?::uuid, ?)
       order by v.name, v.id, s.currency limit ?
      """;

  private Database database;

  protected YearlyReport() {}

  @Inject
  YearlyReport(Database database) {
    this.database = database;
  }

  private static String quarters() {
    StringBuilder columns = new StringBuilder();
    for (int quarter = 1; quarter <= 4; quarter++) {
      columns.append(
          """
          coalesce(sum(earned) filter (where quarter = %1$d), 0) as earned%1$d,
          coalesce(sum(kept) filter (where quarter = %1$d), 0) as kept%1$d,
          count(distinct sold) filter (where quarter = %1$d) as sold%1$d,
          """
              .formatted(quarter));
    }
    return columns.toString();
  }

  /**
   * A part of a year's report, by name; one row a vendor and currency.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if it is no year of this calendar
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<YearlyRow> of(int year, Paging paging) {
    Checklist checklist = new Checklist();
    checklist.number("year", year, FIRST_YEAR, LAST_YEAR, FIRST_YEAR);
    checklist.done();
    String begin = year + "-01-01";
    String end = year + 1 + "-01-01";
    List<YearlyRow> found =
        database.listPatiently(
            REPORT,
            YearlyReport::read,
            begin,
            end,
            begin,
            end,
            begin,
            end,
            paging.keys(3).map(keys -> keys.text(0)).orElse(""),
            paging.keys(3).map(keys -> keys.uuid(1)).orElse(new UUID(0, 0)),
            paging.keys(3).map(keys -> keys.text(2)).orElse(""),
            paging.limit() + 1);
    return Page.of(
        found,
        paging.limit(),
        last -> Paging.cursor(last.name(), last.id(), last.consideration().currency()));
  }

  /** The whole report, row by row. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void all(int year, Consumer<YearlyRow> taker) {
    String cursor = null;
    do {
      Page<YearlyRow> page = of(year, new Paging(Paging.MOST, cursor));
      page.items().forEach(taker);
      cursor = page.next();
    } while (cursor != null);
  }

  private static YearlyRow read(Row row) throws SQLException {
    CurrencyCode currency = CurrencyCode.of(row.text("currency"));
    List<YearlyRow.Quarter> quarters = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      quarters.add(
          new YearlyRow.Quarter(
              Money.of(row.whole("earned" + quarter), currency),
              Money.of(row.whole("kept" + quarter), currency),
              row.integer("sold" + quarter)));
    }
    Money earned = Money.of(row.whole("earned"), currency);
    int sold = row.integer("sold");
    boolean professional = row.text("kind").equals("PROFESSIONAL");
    Party party =
        new Party(
            row.text("legal") == null ? row.text("name") : row.text("legal"),
            row.text("address"),
            row.text("registration"),
            row.text("vat"),
            row.text("country"));
    return new YearlyRow(
        row.uuid("vendor_id"),
        row.text("slug"),
        row.text("name"),
        party,
        professional,
        quarters,
        earned,
        Money.of(row.whole("kept"), currency),
        sold,
        !row.flag("beyond_goods") && isOccasional(sold, earned),
        missing(party, professional));
  }

  /** Below both bounds, and in euros: what counts in another currency is for a person to judge. */
  static boolean isOccasional(int sold, Money earned) {
    return sold < FEW_SALES
        && earned.currency().equals(LITTLE.currency())
        && earned.compareTo(LITTLE) <= 0;
  }

  private static List<String> missing(Party party, boolean professional) {
    List<String> missing = new ArrayList<>();
    if (party.address() == null || party.address().isBlank()) {
      missing.add("address");
    }
    if (professional && party.registration() == null) {
      missing.add("registration");
    }
    if (professional && party.vatNumber() == null) {
      missing.add("vatNumber");
    }
    return missing;
  }
}
