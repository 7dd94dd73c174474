package org.halles.marketplace.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;

/**
 * Whether a rule leaves sales to those below it although it is for all of them: one with amounts in
 * one currency says nothing in another, one about a brand nothing of other goods, one about
 * weekends nothing on working days. Asked with plain sales, one on a working day and one on a
 * Saturday of every month.
 */
@ApplicationScoped
class Silence {

  private static final List<String> USUAL = List.of("EUR", "USD");
  private static final long PRICE = 10_000;

  private final RuleBooks books;
  private final Plugins plugins;
  private final Clock clock;

  @Inject
  Silence(RuleBooks books, Plugins plugins, Clock clock) {
    this.books = books;
    this.plugins = plugins;
    this.clock = clock;
  }

  protected Silence() {
    this(null, null, null);
  }

  /**
   * True if the rule says nothing about some sale of the one below it.
   *
   * @param path slugs from the root to the category of the one below; empty for none
   */
  boolean of(RuleVersion rule, RuleVersion below, List<String> path) {
    Record terms = books.configure(rule.kind(), rule.configuration(), "configuration").record();
    if (terms == null) {
      return false; // the fallback rate decides, never the next rule
    }
    List<SaleFacts> sales = sales(rule, below, path);
    return plugins.converse(
        talk ->
            sales.stream()
                .map(sale -> talk.propose(rule.kind(), sale, terms))
                .anyMatch(answer -> !answer.failed() && answer.value().isEmpty()));
  }

  private List<SaleFacts> sales(RuleVersion rule, RuleVersion below, List<String> path) {
    List<SaleFacts> sales = new ArrayList<>();
    for (String code : currencies(rule, below)) {
      for (Month month : Month.values()) {
        LocalDate first = LocalDate.now(clock).withMonth(month.getValue()).withDayOfMonth(1);
        for (DayOfWeek day : List.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY)) {
          LocalDate on = first.with(TemporalAdjusters.nextOrSame(day));
          sales.add(sale(CurrencyCode.of(code), on, below.scope(), path));
        }
      }
    }
    return sales;
  }

  /** Those the rule below names, or else those of the rule above and one more. */
  private static Set<String> currencies(RuleVersion rule, RuleVersion below) {
    Set<String> named = new TreeSet<>(below.configuration().findValuesAsText("currency"));
    RuleScope scope = below.scope();
    Money band = scope.priceFrom() == null ? scope.priceTo() : scope.priceFrom();
    if (band != null) {
      named = new TreeSet<>(Set.of(band.currency().value()));
    }
    if (named.isEmpty()) {
      named.addAll(rule.configuration().findValuesAsText("currency"));
      named.addAll(USUAL);
    }
    return named;
  }

  private static SaleFacts sale(
      CurrencyCode currency, LocalDate day, RuleScope scope, List<String> path) {
    Money price = Money.of(PRICE, currency);
    UUID vendor = scope.vendorId() == null ? new UUID(0, 0) : scope.vendorId();
    LocalDateTime noon = day.atTime(12, 0);
    return new SaleFacts(
        new VendorFacts(vendor.toString(), "probe", "FR", true, Map.of()),
        scope.listingId() == null ? "probe" : scope.listingId().toString(),
        "goods",
        path.isEmpty() ? List.of("probe") : path,
        Map.of(),
        1,
        price,
        price,
        Money.zero(currency),
        Money.zero(currency),
        "FR",
        noon.atZone(BusinessCalendar.zone()).toInstant(),
        noon);
  }
}
