package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
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
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;

/**
 * Finance decides which tax on sales the platform remits. A quote rests on the version it was made
 * with; what was kept of an order is frozen with it.
 */
@ApplicationScoped
public class Remittances {

  /** As part of a statement: the terms that hold now, or null. */
  static final String COLUMN =
      "(select r.terms::text from remittance_terms r order by r.version desc limit 1)";

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_RULES = 50;

  private final Database database;
  private final Audit audit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  Remittances(Database database, Audit audit, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  protected Remittances() {
    this(null, null, null, null);
  }

  /** The terms that hold now. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public RemittanceTerms current() {
    return read();
  }

  /**
   * Changes the terms for quotes made from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RemittanceTerms change(RemittanceTerms wanted) {
    check(wanted);
    database.find("select name from basis where name = 'tax-rules' for update", row -> true);
    RemittanceTerms before = read();
    if (!wanted.equals(before)) {
      database.update("update basis set version = version + 1 where name = 'tax-rules'");
      database.update(
          """
          insert into remittance_terms (version, terms, changed_at, changed_by)
          select coalesce(max(version), 0) + 1, ?::jsonb, ?, ? from remittance_terms
          """,
          Json.write(wanted),
          clock.instant(),
          caller.get().label());
      audit.record(
          "change-tax-remittance", Subject.of("setting", "tax-remittance"), before, wanted);
    }
    return wanted;
  }

  private RemittanceTerms read() {
    return database
        .find("select " + COLUMN + " as terms", row -> read(row, "terms"))
        .orElse(RemittanceTerms.NONE);
  }

  /** What a statement found in such a column. */
  static RemittanceTerms read(Row row, String column) throws SQLException {
    RemittanceTerms terms = row.json(column, RemittanceTerms.class);
    return terms == null ? RemittanceTerms.NONE : terms;
  }

  private static void check(RemittanceTerms wanted) {
    Checklist checklist = new Checklist();
    if (wanted.rules().size() > MOST_RULES) {
      checklist.reject("rules", "must be at most " + MOST_RULES, wanted.rules().size());
    }
    for (int index = 0; index < wanted.rules().size(); index++) {
      check("rules[" + index + "].", wanted.rules().get(index), checklist);
    }
    checklist.done();
  }

  private static void check(String field, RemittanceTerms.Rule rule, Checklist checklist) {
    if (rule.ground() == null) {
      checklist.reject(field + "ground", "must be DEEMED_SUPPLIER or FACILITATOR", null);
    }
    if (rule.vendors() == null) {
      checklist.reject(field + "vendors", "must be ANYWHERE, IN_EU or OUTSIDE_EU", null);
    }
    List<String> unknown =
        rule.buyerCountries().stream().filter(code -> !COUNTRIES.contains(code)).toList();
    if (!unknown.isEmpty()) {
      checklist.reject(
          field + "buyerCountries",
          "must be ISO 3166 country codes such as FR",
          String.join(", ", unknown));
    }
  }
}
