package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.PostalCode;
import org.halles.marketplace.shared.VatNumber;

/**
 * People say which company they buy for. With a VAT number whose check digits are right, they see
 * what vendors ask of companies and may buy what is for companies only. Whether a tax office knows
 * the number is not asked; where numbers have no check digits that are known here, anybody could
 * make one up, so companies from there buy as everybody.
 */
@ApplicationScoped
@Transactional
public class Companies {

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private CurrentCaller caller;
  private Database database;
  private Clock clock;

  protected Companies() {}

  @Inject
  Companies(CurrentCaller caller, Database database, Clock clock) {
    this.caller = caller;
    this.database = database;
    this.clock = clock;
  }

  /** The caller's company, if it buys for one. */
  @Allowed(Role.SIGNED_IN)
  public Optional<Company> mine() {
    return database.find(
        "select * from company where account_id = ?",
        row ->
            new Company(
                row.text("name"),
                row.text("vat_id"),
                row.text("line1"),
                row.text("line2"),
                row.text("postal_code"),
                row.text("city"),
                row.text("country")),
        caller.get().accountId());
  }

  /**
   * The caller buys for this company from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  public Company save(Company given) {
    Company checked = checked(given);
    database.update(
        """
        insert into company (account_id, name, vat_id, line1, line2, postal_code, city, country,
                             changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (account_id) do update
           set name = excluded.name, vat_id = excluded.vat_id, line1 = excluded.line1,
               line2 = excluded.line2, postal_code = excluded.postal_code, city = excluded.city,
               country = excluded.country, changed_at = excluded.changed_at
        """,
        caller.get().accountId(),
        checked.name(),
        checked.vatId(),
        checked.line1(),
        checked.line2(),
        checked.postalCode(),
        checked.city(),
        checked.country(),
        clock.instant());
    return checked;
  }

  /** The caller buys as a private person again. Orders that were placed keep what they say. */
  @Allowed(Role.SIGNED_IN)
  public void remove() {
    database.update("delete from company where account_id = ?", caller.get().accountId());
  }

  private static Company checked(Company given) {
    Checklist checklist = new Checklist();
    String country = checklist.text("country", given.country(), 100).toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !COUNTRIES.contains(country)) {
      checklist.reject("country", "must be an ISO 3166 country code such as FR", given.country());
    } else if (!country.isEmpty() && !VatNumber.canCheck(country)) {
      checklist.reject("country", "has VAT numbers that cannot be checked here", given.country());
    }
    String vatId = checklist.text("vatId", given.vatId(), 40);
    if (!vatId.isEmpty() && COUNTRIES.contains(country) && VatNumber.canCheck(country)) {
      VatNumber.problem(country, vatId)
          .ifPresent(why -> checklist.reject("vatId", why.in("en"), given.vatId()));
    }
    Company checked =
        new Company(
            checklist.text("name", given.name(), 200),
            VatNumber.tidy(vatId),
            checklist.text("line1", given.line1(), 200),
            checklist.optional("line2", given.line2(), 200),
            postalCode(checklist, given.postalCode(), country),
            checklist.text("city", given.city(), 100),
            country);
    checklist.done();
    return checked;
  }

  private static String postalCode(Checklist checklist, String given, String country) {
    String code = checklist.text("postalCode", given, 20);
    if (!code.isEmpty()) {
      PostalCode.problem(country, code)
          .ifPresent(why -> checklist.reject("postalCode", why.in("en"), given));
    }
    return code;
  }

  void on(@Observes AccountErased erased) {
    database.update("delete from company where account_id = ?", erased.accountId());
  }
}
