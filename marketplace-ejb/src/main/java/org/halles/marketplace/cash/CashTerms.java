package org.halles.marketplace.cash;

import java.util.List;
import java.util.Optional;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What the operator allows to be paid in cash.
 *
 * @param offered whether buyers may pay in cash at all
 * @param countries of the delivery, ISO 3166-1 alpha-2; none means everywhere
 * @param limits the most a purchase may come to, one for each currency that is taken
 */
public record CashTerms(boolean offered, List<String> countries, List<Money> limits) {

  public CashTerms {
    countries = countries == null ? List.of() : List.copyOf(countries);
    limits = limits == null ? List.of() : List.copyOf(limits);
  }

  Optional<Money> limit(CurrencyCode currency) {
    return limits.stream().filter(limit -> limit.currency().equals(currency)).findFirst();
  }
}
