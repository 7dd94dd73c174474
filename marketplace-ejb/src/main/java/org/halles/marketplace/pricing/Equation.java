package org.halles.marketplace.pricing;

import java.util.List;
import java.util.stream.Stream;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What the buyer pays is what the parties get: per line, per vendor, for the whole. A quote that
 * breaks this is a bug of ours and must never be paid.
 */
final class Equation {

  private Equation() {}

  static void check(Quote quote) {
    quote.vendors().forEach(vendor -> check(vendor, quote.currency()));
    Money group = sum(quote.groupAllocations(), quote.currency());
    Money legs =
        quote.vendors().stream()
            .map(vendor -> legsOf(vendor, quote.currency()))
            .reduce(group, Money::plus);
    hold("the whole", quote.totals().total(), legs);
    Quote.Totals totals = quote.totals();
    hold(
        "the totals",
        totals.total(),
        totals
            .items()
            .plus(totals.shipping())
            .plus(totals.buyerFee())
            .plus(totals.contribution())
            .plus(totals.taxAdded())
            .minus(totals.discount()));
  }

  private static void check(VendorQuote vendor, CurrencyCode currency) {
    for (LineQuote line : vendor.lines()) {
      hold("line " + line.cartLineId(), Split.gross(line), sum(line.allocations(), currency));
    }
    hold("vendor " + vendor.slug(), vendor.total(), legsOf(vendor, currency));
  }

  private static Money legsOf(VendorQuote vendor, CurrencyCode currency) {
    return sum(
        Stream.concat(
                vendor.lines().stream().flatMap(line -> line.allocations().stream()),
                vendor.shippingAllocations().stream())
            .toList(),
        currency);
  }

  private static Money sum(List<Allocation> legs, CurrencyCode currency) {
    return Money.sum(currency, legs.stream().map(Equation::signed).toList());
  }

  /** What the platform gives is paid by nobody else: it goes the other way. */
  private static Money signed(Allocation leg) {
    return leg.kind() == Allocation.Kind.PLATFORM_PROMOTION ? leg.amount().negate() : leg.amount();
  }

  private static void hold(String what, Money paid, Money received) {
    if (!paid.equals(received)) {
      throw new IllegalStateException(
          "the split of " + what + " does not close: " + paid + " paid, " + received + " received");
    }
  }
}
