package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.Json;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The operator decides what buyers pay to the marketplace besides the price. A quote rests on the
 * version it was made with: a checkout under way is told that its total changed.
 */
@ApplicationScoped
public class BuyerFees {

  /** What a purchase would pay, and the VAT in it. */
  public record Example(Money fee, Money vat) {}

  /** As part of a statement: the terms that hold now, or null. */
  static final String COLUMN =
      "(select b.terms::text from buyer_fee_terms b order by b.version desc limit 1)";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_RULES = 50;
  private static final int MOST_RATE = 5_000;
  private static final int MOST_VAT = 5_000;
  private static final long MOST_MINOR = 1_000_000;

  private final Database database;
  private final Audit audit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  BuyerFees(Database database, Audit audit, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  protected BuyerFees() {
    this(null, null, null, null);
  }

  /** The terms that hold now. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public BuyerFeeTerms current() {
    return read();
  }

  /** What goods of this value would pay now in this country; null: before the buyer has said. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Example example(Money goods, String country) {
    BuyerFee fee = new BuyerFee(read(), country, goods);
    return new Example(fee.amount(), fee.vat());
  }

  /**
   * Changes the terms for quotes made from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public BuyerFeeTerms change(BuyerFeeTerms wanted) {
    check(wanted);
    database.find("select name from basis where name = 'tax-rules' for update", row -> true);
    BuyerFeeTerms before = read();
    if (!wanted.equals(before)) {
      database.update("update basis set version = version + 1 where name = 'tax-rules'");
      database.update(
          """
          insert into buyer_fee_terms (version, terms, changed_at, changed_by)
          select coalesce(max(version), 0) + 1, ?::jsonb, ?, ? from buyer_fee_terms
          """,
          Json.write(wanted),
          clock.instant(),
          caller.get().label());
      audit.record("change-buyer-fee", Subject.of("setting", "buyer-fee"), before, wanted);
    }
    return wanted;
  }

  private BuyerFeeTerms read() {
    return database
        .find(
            "select " + COLUMN + " as terms",
            row -> {
              BuyerFeeTerms terms = row.json("terms", BuyerFeeTerms.class);
              return terms == null ? BuyerFeeTerms.NONE : terms;
            })
        .orElse(BuyerFeeTerms.NONE);
  }

  private static void check(BuyerFeeTerms wanted) {
    Checklist checklist = new Checklist();
    checklist.number("vatBasisPoints", wanted.vatBasisPoints(), 0, MOST_VAT, 0);
    if (!COUNTRIES.contains(String.valueOf(wanted.jurisdiction()))) {
      checklist.reject(
          "jurisdiction", "must be an ISO 3166 country code such as FR", wanted.jurisdiction());
    }
    if (wanted.rules().size() > MOST_RULES) {
      checklist.reject("rules", "must be at most " + MOST_RULES, wanted.rules().size());
    }
    for (int index = 0; index < wanted.rules().size(); index++) {
      check("rules[" + index + "].", wanted.rules().get(index), checklist);
    }
    checklist.done();
  }

  private static void check(String field, BuyerFeeTerms.Rule rule, Checklist checklist) {
    List<String> unknown =
        rule.countries().stream().filter(code -> !COUNTRIES.contains(code)).toList();
    if (!unknown.isEmpty()) {
      checklist.reject(
          field + "countries",
          "must be ISO 3166 country codes such as FR",
          String.join(", ", unknown));
    }
    checkCurrency(field, rule, checklist);
    checklist.number(field + "basisPoints", rule.basisPoints(), 0, MOST_RATE, 0);
    if (rule.flatMinor() < 0 || rule.flatMinor() > MOST_MINOR) {
      checklist.reject(
          field + "flatMinor", "must be between 0 and " + MOST_MINOR, rule.flatMinor());
    }
    Long most = rule.mostMinor();
    if (most != null && (most < 0 || most > MOST_MINOR)) {
      checklist.reject(field + "mostMinor", "must be between 0 and " + MOST_MINOR, most);
    }
  }

  private static void checkCurrency(String field, BuyerFeeTerms.Rule rule, Checklist checklist) {
    try {
      CurrencyCode currency = CurrencyCode.of(String.valueOf(rule.currency()));
      GatewayGrid.check(field + "flatMinor", Money.of(rule.flatMinor(), currency), checklist);
      if (rule.mostMinor() != null) {
        GatewayGrid.check(field + "mostMinor", Money.of(rule.mostMinor(), currency), checklist);
      }
    } catch (IllegalArgumentException unknown) {
      checklist.reject(field + "currency", "must be a currency code such as EUR", rule.currency());
    }
  }
}
