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
import org.halles.spi.Money;

/** The quote of a buyer whom somebody sent, who earns with each vendor's first line. */
final class Referred {

  private Referred() {}

  static Quote quote(Quote quote, UUID affiliate, Money byPlatform, Money byVendor) {
    List<VendorQuote> vendors =
        quote.vendors().stream()
            .map(vendor -> vendor(vendor, "affiliate:" + affiliate, byPlatform, byVendor))
            .toList();
    return new Quote(
        quote.cartId(),
        quote.cartVersion(),
        quote.currency(),
        quote.delivery(),
        quote.language(),
        quote.accountId(),
        quote.buyer(),
        quote.company(),
        vendors,
        quote.totals(),
        quote.groupAllocations(),
        quote.commissionVersion(),
        quote.taxVersion(),
        quote.hash(),
        Instant.now());
  }

  private static VendorQuote vendor(
      VendorQuote vendor, String party, Money byPlatform, Money byVendor) {
    List<LineQuote> lines = new ArrayList<>(vendor.lines());
    lines.set(0, line(lines.get(0), party, byPlatform, byVendor));
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

  private static LineQuote line(LineQuote line, String party, Money byPlatform, Money byVendor) {
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
        legs(line.allocations(), party, byPlatform, byVendor));
  }

  private static List<Allocation> legs(
      List<Allocation> before, String party, Money byPlatform, Money byVendor) {
    List<Allocation> legs = new ArrayList<>();
    Money given = Money.zero(byVendor.currency());
    for (Allocation one : before) {
      boolean rest = one.kind() == Kind.VENDOR_NET;
      given = rest ? byVendor.min(one.amount()) : given;
      legs.add(rest ? leg(one.party(), Kind.VENDOR_NET, one.amount().minus(given)) : one);
    }
    if (byPlatform.isPositive()) {
      legs.add(leg(party, Kind.AFFILIATE, byPlatform));
      legs.add(leg(party, Kind.PLATFORM_PROMOTION, byPlatform));
    }
    if (given.isPositive()) {
      legs.add(leg(party, Kind.AFFILIATE, given));
    }
    return legs;
  }

  private static Allocation leg(String party, Kind kind, Money amount) {
    return new Allocation(
        party, kind, amount, null, null, "hash", new Trace("sent", null, "test", false, List.of()));
  }
}
