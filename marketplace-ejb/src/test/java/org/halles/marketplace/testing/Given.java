package org.halles.marketplace.testing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.spi.Money;

/** A prepared quote in which one vendor asks nothing, neither for its goods nor for shipping. */
final class Given {

  private Given() {}

  static Quote quote(Quote quote, UUID vendor) {
    VendorQuote part =
        quote.vendors().stream().filter(v -> v.vendorId().equals(vendor)).findFirst().orElseThrow();
    Quote.Totals sums = quote.totals();
    return new Quote(
        quote.cartId(),
        quote.cartVersion(),
        quote.currency(),
        quote.delivery(),
        quote.language(),
        quote.accountId(),
        quote.buyer(),
        quote.company(),
        quote.vendors().stream().map(one -> one == part ? free(one) : one).toList(),
        new Quote.Totals(
            sums.items(),
            sums.shipping().minus(part.shipping()),
            sums.discount().plus(part.items()),
            sums.buyerFee(),
            sums.contribution(),
            sums.taxIncluded(),
            sums.taxAdded(),
            sums.total().minus(part.total())),
        quote.groupAllocations(),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }

  private static VendorQuote free(VendorQuote vendor) {
    Money none = Money.zero(vendor.total().currency());
    return new VendorQuote(
        vendor.vendorId(),
        vendor.slug(),
        vendor.name(),
        vendor.lines().stream().map(line -> free(line)).toList(),
        vendor.options(),
        vendor.chosen(),
        vendor.needsShipping(),
        vendor.items(),
        none,
        vendor.items(),
        none,
        none,
        none,
        vendor.shippingTax(),
        List.of());
  }

  private static LineQuote free(LineQuote line) {
    return new LineQuote(
        line.cartLineId(),
        line.offerId(),
        line.offerVersion(),
        line.listingId(),
        line.kind(),
        line.title(),
        line.sku(),
        line.options(),
        line.imageMedia(),
        line.quantity(),
        line.available(),
        line.unitPrice(),
        line.priceList(),
        Money.zero(line.total().currency()),
        line.total(),
        line.tax(),
        List.of(),
        List.of());
  }
}
