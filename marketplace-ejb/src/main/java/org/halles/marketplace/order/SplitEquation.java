package org.halles.marketplace.order;

import java.util.List;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.TaxQuote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.spi.Money;

/**
 * {@code G + P = N + C + Cv + A + T + B + X}, checked on every line, on every shipping and on the
 * whole before anything is written: a split that does not close must never meet a payment.
 */
final class SplitEquation {

  private SplitEquation() {}

  /**
   * @throws IllegalStateException naming the part that does not close
   */
  static void require(Quote quote) {
    for (VendorQuote vendor : quote.vendors()) {
      for (LineQuote line : vendor.lines()) {
        close("line " + line.sku(), paid(line.total(), line.tax()), line.allocations());
      }
      close(
          "shipping of " + vendor.slug(),
          paid(vendor.shipping(), vendor.shippingTax()),
          vendor.shippingAllocations());
    }
    close("buyer fee", quote.totals().buyerFee(), quote.groupAllocations());
    requireTotals(quote);
  }

  /** The group is the sum of its parts and the platform's own fee. */
  private static void requireTotals(Quote quote) {
    Money parts =
        Money.sum(quote.currency(), quote.vendors().stream().map(VendorQuote::total).toList())
            .plus(quote.totals().buyerFee());
    if (!parts.equals(quote.totals().total())) {
      throw new IllegalStateException(
          "the vendors' totals and the fee add up to "
              + parts
              + ", the quote says "
              + quote.totals().total());
    }
  }

  private static Money paid(Money price, TaxQuote tax) {
    return tax == null || tax.included() ? price : price.plus(tax.amount());
  }

  private static void close(String what, Money paid, List<Allocation> legs) {
    Money off = paid;
    for (Allocation leg : legs) {
      off =
          leg.kind() == Allocation.Kind.PLATFORM_PROMOTION
              ? off.plus(leg.amount())
              : off.minus(leg.amount());
    }
    if (!off.isZero()) {
      throw new IllegalStateException(
          "the split of " + what + " does not close: " + paid + " paid, off by " + off);
    }
  }
}
