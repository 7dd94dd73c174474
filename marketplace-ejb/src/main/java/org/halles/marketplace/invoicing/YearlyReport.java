package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.DeclaredIdentity;
import org.halles.marketplace.onboarding.VendorIdentities;
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
               case when a.address like 'tax\\_payable:%' then
                 case p.side when 'C' then p.amount_minor else -p.amount_minor end end as taxed,
               case when e.template = 'capture' and o.status not in ('CANCELLED', 'REFUSED')
                 then o.id end as sold
          from journal_entry e
          join posting p on p.entry_id = e.id
          join ledger_account a on a.id = p.account_id
          join vendor_order o on o.id = p.vendor_order_id
         where e.day >= ?::date and e.day < ?::date
        union all
        select c.vendor_id, p.currency, extract(quarter from e.day)::int, -p.amount_minor,
               p.amount_minor, null, null
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
               coalesce(sum(taxed), 0) as taxed, count(distinct sold) as sold
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
  private VendorIdentities identities;
  private Audit audit;

  protected YearlyReport() {}

  @Inject
  YearlyReport(Database database, VendorIdentities identities, Audit audit) {
    this.database = database;
    this.identities = identities;
    this.audit = audit;
  }

  private static String quarters() {
    StringBuilder columns = new StringBuilder();
    for (int quarter = 1; quarter <= 4; quarter++) {
      columns.append(
          """
          coalesce(sum(earned) filter (where quarter = %1$d), 0) as earned%1$d,
          coalesce(sum(kept) filter (where quarter = %1$d), 0) as kept%1$d,
          coalesce(sum(taxed) filter (where quarter = %1$d), 0) as taxed%1$d,
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
    List<Sums> found =
        database.listPatiently(
            REPORT,
            YearlyReport::sums,
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
    Map<UUID, DeclaredIdentity> declared =
        identities.of(found.stream().map(Sums::id).distinct().toList());
    return Page.of(
        found.stream()
            .map(one -> one.with(declared.getOrDefault(one.id(), DeclaredIdentity.NONE)))
            .toList(),
        paging.limit(),
        last -> Paging.cursor(last.name(), last.id(), last.consideration().currency()));
  }

  /** The whole report, row by row, with numbers and accounts: who took it is noted. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void all(int year, Consumer<YearlyRow> taker) {
    audit.record("export-yearly-report", Subject.of("yearly-report", year), null, null);
    String cursor = null;
    do {
      Page<YearlyRow> page = of(year, new Paging(Paging.MOST, cursor));
      page.items().forEach(taker);
      cursor = page.next();
    } while (cursor != null);
  }

  private static Sums sums(Row row) throws SQLException {
    CurrencyCode currency = CurrencyCode.of(row.text("currency"));
    List<YearlyRow.Quarter> quarters = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      quarters.add(
          new YearlyRow.Quarter(
              Money.of(row.whole("earned" + quarter), currency),
              Money.of(row.whole("kept" + quarter), currency),
              Money.of(row.whole("taxed" + quarter), currency),
              row.integer("sold" + quarter)));
    }
    YearlyRow.Quarter whole =
        new YearlyRow.Quarter(
            Money.of(row.whole("earned"), currency),
            Money.of(row.whole("kept"), currency),
            Money.of(row.whole("taxed"), currency),
            row.integer("sold"));
    return new Sums(
        row.uuid("vendor_id"),
        row.text("slug"),
        row.text("name"),
        new Party(
            row.text("legal") == null ? row.text("name") : row.text("legal"),
            row.text("address"),
            row.text("registration"),
            row.text("vat"),
            row.text("country")),
        row.text("kind").equals("PROFESSIONAL"),
        quarters,
        whole,
        row.flag("beyond_goods"));
  }

  /** Below both bounds, and in euros: what counts in another currency is for a person to judge. */
  static boolean isOccasional(int sold, Money earned) {
    return sold < FEW_SALES
        && earned.currency().equals(LITTLE.currency())
        && earned.compareTo(LITTLE) <= 0;
  }

  /** What the ledger says of a vendor, before what it declared. */
  private record Sums(
      UUID id,
      String slug,
      String name,
      Party shown,
      boolean professional,
      List<YearlyRow.Quarter> quarters,
      YearlyRow.Quarter year,
      boolean beyondGoods) {

    YearlyRow with(DeclaredIdentity declared) {
      Party party =
          new Party(
              first(declared.name(), shown.name()),
              first(declared.address(), shown.address()),
              first(declared.registration(), shown.registration()),
              first(declared.vatNumber(), shown.vatNumber()),
              first(declared.country(), shown.country()));
      return new YearlyRow(
          id,
          slug,
          name,
          party,
          declared.taxNumber(),
          declared.birthDate(),
          declared.account() == null ? null : declared.account().holder(),
          declared.account() == null ? null : declared.account().iban(),
          professional,
          quarters,
          year.consideration(),
          year.fees(),
          year.taxes(),
          year.activities(),
          !beyondGoods && isOccasional(year.activities(), year.consideration()),
          missing(party, declared));
    }

    private static String first(String declared, String shown) {
      return declared == null ? shown : declared;
    }

    /** A company’s number in the register stands for its tax number where it has no other. */
    private List<String> missing(Party party, DeclaredIdentity declared) {
      List<String> missing = new ArrayList<>();
      note(missing, "address", party.address());
      note(
          missing,
          "taxNumber",
          professional ? first(declared.taxNumber(), party.registration()) : declared.taxNumber());
      if (professional) {
        note(missing, "registration", party.registration());
        note(missing, "vatNumber", party.vatNumber());
      } else {
        note(missing, "birthDate", declared.birthDate());
      }
      note(missing, "account", declared.account());
      return missing;
    }

    private static void note(List<String> missing, String field, Object said) {
      if (said == null || String.valueOf(said).isBlank()) {
        missing.add(field);
      }
    }
  }
}
