package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payout.Statement.Movement;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A vendor's monthly statements: from the opening balance, kind by kind, to the closing one. */
@ApplicationScoped
public class Statements {

  private StatementSums sums;
  private StatementLines lines;
  private Clock clock;

  protected Statements() {}

  @Inject
  public Statements(StatementSums sums, StatementLines lines, Clock clock) {
    this.sums = sums;
    this.lines = lines;
    this.clock = clock;
  }

  /** One statement a month and currency in which anything happened, newest first. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<Statement> of(VendorScope vendor) {
    Map<CurrencyCode, Map<YearMonth, List<Movement>>> movements = new TreeMap<>();
    sums.movements(vendor.vendorId()).forEach(sum -> add(movements, sum.period(), named(sum)));
    for (StatementSums.Sum leg : sums.legs(vendor.vendorId())) {
      add(movements, leg.period(), new Movement("sales", leg.amount()));
      add(movements, leg.period(), new Movement(nameOfLeg(leg.kind()), leg.amount().negate()));
    }
    List<Statement> statements = new ArrayList<>();
    movements.forEach((currency, months) -> statements.addAll(chain(currency, months)));
    statements.sort((one, other) -> other.period().compareTo(one.period()));
    return statements;
  }

  /** The statement of a month, also of one in which nothing happened. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Statement of(VendorScope vendor, YearMonth period, CurrencyCode currency) {
    Statement last =
        of(vendor).stream()
            .filter(one -> one.closing().currency().equals(currency))
            .filter(one -> !one.period().isAfter(period))
            .findFirst()
            .orElse(null);
    if (last != null && last.period().equals(period)) {
      return last;
    }
    Money balance = last == null ? Money.zero(currency) : last.closing();
    YearMonth now = YearMonth.from(BusinessCalendar.dayOf(clock.instant()));
    return new Statement(period, balance, List.of(), balance, period.isBefore(now));
  }

  /**
   * Every line of a month, in the order of the book, one by one.
   *
   * @param taker is given each line; what it throws ends the reading
   */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public void lines(
      VendorScope vendor, YearMonth period, CurrencyCode currency, Consumer<StatementLine> taker) {
    lines.of(vendor.vendorId(), period, currency).forEach(taker);
  }

  /** What a capture brought the vendor is the net of its sales: the legs are added to it again. */
  private static Movement named(StatementSums.Sum sum) {
    return new Movement(sum.kind().equals("capture") ? "sales" : sum.kind(), sum.amount());
  }

  private static String nameOfLeg(String kind) {
    return switch (kind) {
      case "COMMISSION" -> "commission";
      case "COMMISSION_VAT" -> "commission-vat";
      case "TAX" -> "tax-remitted";
      default -> "other-legs";
    };
  }

  private static void add(
      Map<CurrencyCode, Map<YearMonth, List<Movement>>> all, YearMonth period, Movement movement) {
    all.computeIfAbsent(movement.amount().currency(), currency -> new TreeMap<>())
        .computeIfAbsent(period, month -> new ArrayList<>())
        .add(movement);
  }

  private List<Statement> chain(CurrencyCode currency, Map<YearMonth, List<Movement>> months) {
    YearMonth now = YearMonth.from(BusinessCalendar.dayOf(clock.instant()));
    List<Statement> chain = new ArrayList<>();
    Money opening = Money.zero(currency);
    for (Map.Entry<YearMonth, List<Movement>> month : months.entrySet()) {
      List<Movement> merged = merged(month.getValue());
      Money closing = opening;
      for (Movement movement : merged) {
        closing = closing.plus(movement.amount());
      }
      chain.add(
          new Statement(month.getKey(), opening, merged, closing, month.getKey().isBefore(now)));
      opening = closing;
    }
    return chain;
  }

  /** One movement a kind, sales and what was taken of them first. */
  private static List<Movement> merged(List<Movement> movements) {
    List<String> order = List.of("sales", "commission", "commission-vat", "other-legs", "refund");
    Map<String, Money> sums = new TreeMap<>();
    movements.forEach(one -> sums.merge(one.kind(), one.amount(), Money::plus));
    List<Movement> merged = new ArrayList<>();
    order.stream()
        .filter(sums::containsKey)
        .forEach(kind -> merged.add(new Movement(kind, sums.remove(kind))));
    sums.forEach((kind, amount) -> merged.add(new Movement(kind, amount)));
    return merged;
  }
}
