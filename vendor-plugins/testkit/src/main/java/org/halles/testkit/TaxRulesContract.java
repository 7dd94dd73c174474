package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.Rate;
import org.halles.spi.TaxRules;
import org.halles.spi.TaxRules.Supply;
import org.halles.spi.TaxRules.TaxRate;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link TaxRules}. Extend it and hand it yours. */
public abstract class TaxRulesContract {

  private static final List<String> COUNTRIES =
      List.of("FR", "DE", "ES", "GR", "IE", "US", "CA", "JP", "GB", "CH", "ZZ");
  private static final List<String> CLASSES =
      List.of("standard", "food", "book", "service", "digital", "exempt", "never-heard-of");

  /** The rules, as the server would make them. */
  protected abstract TaxRules rules();

  /** Supplies to try them on: many countries, classes, days and postal codes. */
  protected List<Supply> supplies() {
    List<Supply> supplies = new ArrayList<>();
    for (String from : COUNTRIES) {
      for (String to : COUNTRIES) {
        for (String taxClass : CLASSES) {
          String code = supplies.size() % 3 == 0 ? "" : "35 0" + supplies.size() % 100;
          LocalDate on = LocalDate.of(2010 + supplies.size() % 20, 7, 1);
          supplies.add(new Supply(from, supplies.size() % 5 != 0, to, code, taxClass, on));
        }
      }
    }
    return supplies;
  }

  @Test
  void it_knows_the_tax_of_some_supply() {
    check(
        supplies().stream().anyMatch(supply -> rate(supply).isPresent()),
        "%s knows none of %d supplies: override supplies() with some it is for",
        asked().id(),
        supplies().size());
  }

  @Test
  void rates_are_shares_and_say_whose_they_are() {
    for (Supply supply : supplies()) {
      rate(supply)
          .ifPresent(
              tax -> {
                check(
                    tax.rate().compareTo(Rate.ZERO) >= 0 && tax.rate().compareTo(Rate.ONE) <= 0,
                    "the rate is %s for %s",
                    tax.rate(),
                    supply);
                check(
                    tax.jurisdiction().matches("[A-Z]{2}(-[A-Z0-9]+)?"),
                    "the jurisdiction is '%s' for %s: use an ISO 3166 code",
                    tax.jurisdiction(),
                    supply);
                check(!tax.label().isBlank(), "the tax has no label for %s", supply);
              });
    }
  }

  @Test
  void the_same_supply_bears_the_same_tax_every_time() {
    TaxRules rules = asked();
    for (Supply supply : supplies()) {
      Optional<TaxRate> first = rules.rateFor(supply);
      check(
          first.equals(rules.rateFor(supply)) && first.equals(rate(supply)),
          "%s changes from call to call for %s",
          first,
          supply);
    }
  }

  private Optional<TaxRate> rate(Supply supply) {
    Optional<TaxRate> rate = asked().rateFor(supply);
    check(rate != null, "null for %s: answer Optional.empty() for what is not known", supply);
    return rate;
  }

  /** The same, with a limit for every call. */
  private TaxRules asked() {
    return Bounded.of(this, TaxRules.class, rules(), Duration.ofMillis(250));
  }
}
