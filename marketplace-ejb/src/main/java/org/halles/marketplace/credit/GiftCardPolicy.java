package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.Recent;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** The operator decides whether buyers may buy gift cards, of which amounts, and good how long. */
@ApplicationScoped
public class GiftCardPolicy {

  private static final int LEAST_MONTHS = 12;
  private static final int MOST_MONTHS = 120;

  /** Every page asks; operators seldom change it, and other servers may learn of it later. */
  private static final Duration AGE = Duration.ofMinutes(1);

  private Database database;
  private Audit audit;
  private Recent<GiftCardTerms> recent;

  protected GiftCardPolicy() {}

  @Inject
  GiftCardPolicy(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.recent = new Recent<>(clock, AGE, this::read);
  }

  /** The terms as they are. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public GiftCardTerms get() {
    return read();
  }

  /** What buyers are offered; at most a minute old. */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public GiftCardTerms offer() {
    return recent.get();
  }

  /**
   * The terms for cards that are bought from now on; those that were bought stay as they are.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public GiftCardTerms change(GiftCardTerms wanted) {
    check(wanted);
    GiftCardTerms before = read();
    if (!wanted.equals(before)) {
      write(wanted);
      audit.record("change-gift-card-terms", Subject.of("gift-card-terms", 1), before, wanted);
      recent.forget();
    }
    return wanted;
  }

  private static void check(GiftCardTerms wanted) {
    Checklist checks = new Checklist();
    checks.number("months", wanted.months(), LEAST_MONTHS, MOST_MONTHS, LEAST_MONTHS);
    if (wanted.offered() && wanted.bounds().isEmpty()) {
      checks.reject("bounds", "must say what a card may be worth, in at least one currency", "");
    }
    Set<CurrencyCode> seen = new HashSet<>();
    for (int index = 0; index < wanted.bounds().size(); index++) {
      check(checks, "bounds[" + index + "]", wanted.bounds().get(index), seen);
    }
    checks.done();
  }

  private static void check(
      Checklist checks, String field, GiftCardTerms.Bounds bounds, Set<CurrencyCode> seen) {
    if (bounds.least() == null || bounds.most() == null) {
      checks.reject(field, "must have a least and a most", bounds);
      return;
    }
    Money least = bounds.least();
    Money most = bounds.most();
    if (!least.currency().equals(most.currency())) {
      checks.reject(field, "must have both amounts in one currency", least + ", " + most);
    } else if (!least.isPositive() || most.compareTo(least) < 0) {
      checks.reject(
          field, "must be above zero, and its most not below its least", least + ", " + most);
    } else if (!seen.add(least.currency())) {
      checks.reject(field, "must be the only one in its currency", least + ", " + most);
    } else {
      GatewayGrid.check(field + ".least", least, checks);
      GatewayGrid.check(field + ".most", most, checks);
    }
  }

  private void write(GiftCardTerms terms) {
    database.update(
        "update gift_card_terms set offered = ?, months = ?, version = version + 1",
        terms.offered(),
        terms.months());
    database.update("delete from gift_card_bounds");
    for (GiftCardTerms.Bounds bounds : terms.bounds()) {
      database.update(
          "insert into gift_card_bounds (currency, least_minor, most_minor) values (?, ?, ?)",
          bounds.least().currency().value(),
          bounds.least().minor(),
          bounds.most().minor());
    }
  }

  private GiftCardTerms read() {
    List<GiftCardTerms.Bounds> bounds =
        database.list(
            "select * from gift_card_bounds order by currency",
            row -> new GiftCardTerms.Bounds(row.money("least_minor"), row.money("most_minor")));
    return database
        .find(
            "select offered, months from gift_card_terms",
            row -> new GiftCardTerms(row.flag("offered"), row.integer("months"), bounds))
        .orElseThrow();
  }
}
