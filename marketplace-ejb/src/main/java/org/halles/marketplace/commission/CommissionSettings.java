package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.spi.Rate;

/** The operator settles what holds for every commission; open quotes become stale. */
@ApplicationScoped
@Transactional
public class CommissionSettings {

  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final int MOST_DECIMALS = 4;

  private RuleBooks books;
  private RuleStore store;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected CommissionSettings() {}

  @Inject
  CommissionSettings(
      RuleBooks books, RuleStore store, Database database, Audit audit, Clock clock) {
    this.books = books;
    this.store = store;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** What holds now. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  public CommissionTerms get() {
    RuleBook book = books.current();
    return new CommissionTerms(book.fallback(), book.vat());
  }

  /** Settles them anew; what an order paid stays as it was. */
  @Allowed(Role.FINANCE)
  public CommissionTerms settle(CommissionTerms.Input input) {
    Checklist checklist = new Checklist();
    Rate fallback = rate(checklist, "fallback", input.fallback());
    String jurisdiction = country(checklist, "jurisdiction", input.jurisdiction());
    Map<String, Rate> traders = rates(checklist, "traders", input.traders(), false);
    Map<String, Rate> privatePersons =
        rates(checklist, "privatePersons", input.privatePersons(), true);
    checklist.done();
    store.bump();
    CommissionTerms before = get();
    CommissionTerms after =
        new CommissionTerms(fallback, new CommissionVat(jurisdiction, traders, privatePersons));
    write("commission-fallback", JsonNodeFactory.instance.textNode(percent(fallback)));
    write("commission-vat", json(after.vat()));
    audit.record(
        "settle-commission-terms",
        Subject.of("setting", "commission"),
        written(before),
        written(after));
    return after;
  }

  private void write(String key, JsonNode value) {
    database.update(
        """
        insert into setting (key, value, updated_at) values (?, ?::jsonb, ?)
        on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
        """,
        key,
        value.toString(),
        clock.instant());
  }

  private static ObjectNode json(CommissionVat vat) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("jurisdiction", vat.jurisdiction());
    json.set("traders", json(vat.traders()));
    json.set("privatePersons", json(vat.privatePersons()));
    return json;
  }

  private static ObjectNode json(Map<String, Rate> rates) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(rates).forEach((country, rate) -> json.put(country, percent(rate)));
    return json;
  }

  private static Map<String, Object> written(CommissionTerms terms) {
    return Map.of("fallback", percent(terms.fallback()), "vat", json(terms.vat()).toString());
  }

  private static String percent(Rate rate) {
    return rate.toPercent().stripTrailingZeros().toPlainString();
  }

  private static Map<String, Rate> rates(
      Checklist checklist, String field, Map<String, String> given, boolean others) {
    Map<String, Rate> rates = new TreeMap<>();
    if (given != null) {
      given.forEach(
          (code, percent) -> {
            String country = others && "*".equals(code) ? code : country(checklist, field, code);
            rates.put(country, rate(checklist, field + "." + code, percent));
          });
    }
    return rates;
  }

  private static String country(Checklist checklist, String field, String code) {
    if (code == null || !COUNTRIES.contains(code)) {
      checklist.reject(field, "must be two capital letters after ISO 3166-1", code);
      return "FR";
    }
    return code;
  }

  private static Rate rate(Checklist checklist, String field, String percent) {
    String typed = percent == null ? "" : percent;
    try {
      BigDecimal value = new BigDecimal(typed.replace("%", "").replace(',', '.').strip());
      if (value.signum() >= 0 && value.compareTo(WHOLE) <= 0 && value.scale() <= MOST_DECIMALS) {
        return Rate.percent(value);
      }
    } catch (NumberFormatException unreadable) {
      // told below
    }
    checklist.reject(field, "must be a percentage from 0 to 100, such as 8.5", percent);
    return Rate.ZERO;
  }
}
