package org.halles.marketplace.pricing;

import java.util.List;
import java.util.function.Function;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Adds the parts of the vendors and the fee of the platform up. */
final class TotalsOf {

  private TotalsOf() {}

  static Quote.Totals vendors(List<VendorQuote> vendors, CurrencyCode currency, BuyerFee fee) {
    return new Quote.Totals(
        sum(vendors, currency, VendorQuote::items),
        sum(vendors, currency, VendorQuote::shipping),
        sum(vendors, currency, VendorQuote::discount),
        fee.amount(),
        Money.zero(currency),
        sum(vendors, currency, VendorQuote::taxIncluded).plus(fee.vat()),
        sum(vendors, currency, VendorQuote::taxAdded),
        sum(vendors, currency, VendorQuote::total).plus(fee.amount()));
  }

  private static Money sum(
      List<VendorQuote> vendors, CurrencyCode currency, Function<VendorQuote, Money> part) {
    return Money.sum(currency, vendors.stream().map(part).toList());
  }
}
