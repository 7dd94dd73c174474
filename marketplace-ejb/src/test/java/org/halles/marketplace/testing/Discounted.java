package org.halles.marketplace.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Allocation.Kind;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.spi.Money;

/** A prepared quote with something taken off its first line; commission stays as it was. */
final class Discounted {

  private Discounted() {}

  static Quote quote(Quote quote, String email, LineDiscount discount) {
    List<VendorQuote> vendors = new ArrayList<>(quote.vendors());
    vendors.set(0, vendor(vendors.get(0), discount));
    Quote.Delivery to = quote.delivery();
    Quote.Totals sums = quote.totals();
    return new Quote(
        quote.cartId(),
        quote.cartVersion(),
        quote.currency(),
        new Quote.Delivery(
            email, to.name(), to.line1(), null, to.postalCode(), to.city(), null, to.country()),
        quote.language(),
        quote.accountId(),
        quote.buyer(),
        quote.company(),
        vendors,
        new Quote.Totals(
            sums.items(),
            sums.shipping(),
            discount.amount(),
            sums.buyerFee(),
            sums.contribution(),
            sums.taxIncluded(),
            sums.taxAdded(),
            sums.total().minus(discount.amount())),
        quote.groupAllocations(),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }

  private static VendorQuote vendor(VendorQuote vendor, LineDiscount discount) {
    List<LineQuote> lines = new ArrayList<>(vendor.lines());
    lines.set(0, line(lines.get(0), discount));
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
        discount.amount(),
        vendor.taxIncluded(),
        vendor.taxAdded(),
        vendor.total().minus(discount.amount()),
        vendor.shippingTax(),
        vendor.shippingAllocations());
  }

  private static LineQuote line(LineQuote line, LineDiscount discount) {
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
        line.total().minus(discount.amount()),
        discount.amount(),
        line.tax(),
        List.of(discount),
        legs(line, discount));
  }

  private static List<Allocation> legs(LineQuote line, LineDiscount discount) {
    Money vendors = discount.amount().minus(discount.platform());
    List<Allocation> legs = new ArrayList<>();
    for (Allocation leg : line.allocations()) {
      boolean rest = leg.kind() == Kind.VENDOR_NET;
      legs.add(
          leg(leg.party(), leg.kind(), rest ? leg.amount().minus(vendors) : leg.amount(), null));
    }
    if (discount.platform().isPositive()) {
      legs.add(
          leg("platform", Kind.PLATFORM_PROMOTION, discount.platform(), discount.promotionId()));
    }
    return legs;
  }

  private static Allocation leg(String party, Kind kind, Money amount, UUID rule) {
    Trace trace = new Trace("coupon", null, "test", false, List.of());
    return new Allocation(party, kind, amount, rule, rule == null ? null : 0, "hash", trace);
  }
}
