package org.halles.marketplace.pricing;

import java.util.List;
import java.util.function.Function;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Adds the parts of the vendors up. */
final class TotalsOf {

  private TotalsOf() {}

  static Quote.Totals vendors(List<VendorQuote> vendors, CurrencyCode currency) {
    return new Quote.Totals(
        sum(vendors, currency, VendorQuote::items),
        sum(vendors, currency, VendorQuote::shipping),
        sum(vendors, currency, VendorQuote::discount),
        Money.zero(currency),
        sum(vendors, currency, VendorQuote::taxIncluded),
        sum(vendors, currency, VendorQuote::taxAdded),
        sum(vendors, currency, VendorQuote::total));
  }

  private static Money sum(
      List<VendorQuote> vendors, CurrencyCode currency, Function<VendorQuote, Money> part) {
    return Money.sum(currency, vendors.stream().map(part).toList());
  }
}
