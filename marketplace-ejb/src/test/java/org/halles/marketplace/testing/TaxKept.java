package org.halles.marketplace.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Allocation.Kind;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.spi.Money;

/** A quote of which the platform keeps tax out of the first line of each vendor. */
final class TaxKept {

  private TaxKept() {}

  static Quote quote(Quote quote, Money tax) {
    return new Quote(
        quote.cartId(),
        quote.cartVersion(),
        quote.currency(),
        quote.delivery(),
        quote.language(),
        quote.accountId(),
        quote.buyer(),
        quote.company(),
        quote.vendors().stream().map(vendor -> vendor(vendor, tax)).toList(),
        quote.totals(),
        quote.groupAllocations(),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }

  private static VendorQuote vendor(VendorQuote vendor, Money tax) {
    List<LineQuote> lines = new ArrayList<>(vendor.lines());
    lines.set(0, line(lines.get(0), tax));
    return new VendorQuote(
        vendor.vendorId(),
        vendor.slug(),
        vendor.name(),
        lines,
        vendor.options(),
        vendor.chosen(),
        vendor.needsShipping(),
        vendor.items(),
        vendor.shipping(),
        vendor.discount(),
        vendor.taxIncluded(),
        vendor.taxAdded(),
        vendor.total(),
        vendor.shippingTax(),
        vendor.shippingAllocations());
  }

  private static LineQuote line(LineQuote line, Money tax) {
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
        line.total(),
        line.discount(),
        line.tax(),
        line.discounts(),
        legs(line.allocations(), tax));
  }

  private static List<Allocation> legs(List<Allocation> before, Money tax) {
    List<Allocation> legs = new ArrayList<>();
    legs.add(leg("tax:CH", Kind.TAX, tax));
    for (Allocation one : before) {
      boolean rest = one.kind() == Kind.VENDOR_NET;
      legs.add(rest ? leg(one.party(), one.kind(), one.amount().minus(tax)) : one);
    }
    return legs;
  }

  private static Allocation leg(String party, Kind kind, Money amount) {
    Trace trace = new Trace("Tax", null, "test", false, List.of());
    return new Allocation(party, kind, amount, null, null, "hash", trace);
  }
}
