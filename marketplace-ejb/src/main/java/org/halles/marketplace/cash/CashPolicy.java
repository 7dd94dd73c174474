package org.halles.marketplace.cash;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.Recent;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The operator decides whether, where and up to how much buyers may pay in cash at the door, for
 * purchases from now on.
 */
@ApplicationScoped
public class CashPolicy {

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** Every checkout asks; operators seldom change it. */
  private static final Duration AGE = Duration.ofSeconds(5);

  private Database database;
  private Audit audit;
  private Recent<CashTerms> recent;

  protected CashPolicy() {}

  @Inject
  CashPolicy(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.recent = new Recent<>(clock, AGE, this::read);
  }

  /** The terms as they are. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public CashTerms get() {
    return read();
  }

  /**
   * The terms for purchases from now on; those that were placed stay as they are.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public CashTerms change(CashTerms wanted) {
    check(wanted);
    CashTerms before = read();
    if (!wanted.equals(before)) {
      write(wanted);
      audit.record("change-cash-terms", Subject.of("cash-terms", 1), before, wanted);
      recent.forget();
    }
    return wanted;
  }

  private static void check(CashTerms wanted) {
    Checklist checks = new Checklist();
    for (int index = 0; index < wanted.countries().size(); index++) {
      String country = wanted.countries().get(index);
      if (!COUNTRIES.contains(country)) {
        checks.reject(
            "countries[" + index + "]", "must be an ISO 3166 country code such as FR", country);
      }
    }
    if (wanted.offered() && wanted.limits().isEmpty()) {
      checks.reject("limits", "must name the most that may be paid, in at least one currency", "");
    }
    Set<CurrencyCode> seen = new HashSet<>();
    for (int index = 0; index < wanted.limits().size(); index++) {
      checkLimit(checks, "limits[" + index + "]", wanted.limits().get(index), seen);
    }
    checks.done();
  }

  private static void checkLimit(
      Checklist checks, String field, Money limit, Set<CurrencyCode> seen) {
    if (!limit.isPositive()) {
      checks.reject(field, "must be above zero", limit);
    } else if (!seen.add(limit.currency())) {
      checks.reject(field, "must be the only one in its currency", limit);
    } else {
      GatewayGrid.check(field, limit, checks);
    }
  }

  private void write(CashTerms terms) {
    database.update(
        """
        update cash_terms set offered = ?, countries = ?, currencies = ?, most_minor = ?,
               version = version + 1
        """,
        terms.offered(),
        terms.countries().toArray(String[]::new),
        terms.limits().stream().map(limit -> limit.currency().value()).toArray(String[]::new),
        terms.limits().stream().map(Money::minor).toArray(Long[]::new));
  }

  /** True if some purchases can be paid in cash. */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public boolean isOffered() {
    return recent.get().offered();
  }

  /** Why this sale cannot be paid in cash; empty if it can. */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<CannotPayCash> obstacle(CashSale sale) {
    CashTerms terms = recent.get();
    if (!terms.offered()) {
      return Optional.of(CannotPayCash.notOffered());
    }
    return ofTerms(terms, sale).or(() -> ofCart(sale));
  }

  private static Optional<CannotPayCash> ofTerms(CashTerms terms, CashSale sale) {
    String country = sale.country();
    if (country != null && !terms.countries().isEmpty() && !terms.countries().contains(country)) {
      return Optional.of(CannotPayCash.notThere(country));
    }
    Optional<Money> most = terms.limit(sale.amount().currency());
    if (most.isEmpty()) {
      return Optional.of(CannotPayCash.otherCurrency(sale.amount().currency()));
    }
    return most.filter(limit -> sale.amount().compareTo(limit) > 0)
        .map(limit -> CannotPayCash.tooMuch(sale.amount(), limit));
  }

  private Optional<CannotPayCash> ofCart(CashSale sale) {
    if (!takeCash(sale.vendors())) {
      return Optional.of(CannotPayCash.vendorDoesNot());
    }
    if (sale.vendors().size() > 1) {
      return Optional.of(CannotPayCash.severalVendors(sale.vendors().size()));
    }
    if (!sale.goods()) {
      return Optional.of(CannotPayCash.notGoods());
    }
    return sale.credit() ? Optional.of(CannotPayCash.credit()) : Optional.empty();
  }

  private boolean takeCash(Set<UUID> vendors) {
    return database
        .find(
            "select count(*) as n from cash_vendor where vendor_id = any(?)",
            row -> row.integer("n") == vendors.size(),
            (Object) vendors.toArray(UUID[]::new))
        .orElse(false);
  }

  private CashTerms read() {
    return database
        .find(
            "select offered, countries, currencies, most_minor::text[] as most from cash_terms",
            CashPolicy::read)
        .orElseThrow();
  }

  private static CashTerms read(Row row) throws SQLException {
    List<String> currencies = row.texts("currencies");
    List<String> most = row.texts("most");
    List<Money> limits = new ArrayList<>();
    for (int index = 0; index < currencies.size(); index++) {
      limits.add(Money.of(Long.parseLong(most.get(index)), CurrencyCode.of(currencies.get(index))));
    }
    return new CashTerms(row.flag("offered"), row.texts("countries"), limits);
  }
}
