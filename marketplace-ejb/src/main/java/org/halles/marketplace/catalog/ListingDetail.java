package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.spi.Money;

/**
 * A listing as buyers see it.
 *
 * @param storefront of its vendor
 * @param offers its own, in the vendor's order
 * @param otherOffers what other vendors ask for the same product, cheapest first
 * @param companyPrices true if companies pay another price for some of it
 * @param companiesOnly true if nobody else may buy it
 * @param lowestBefore what a unit cost at least in the thirty days before its price was lowered, by
 *     offer; only offers that were lowered in the last thirty days and cost less than that
 * @param ranked who sells the product, the winning offer first; null where nobody else does, or
 *     everybody sells it to companies only
 */
public record ListingDetail(
    UUID id,
    String slug,
    ListingKind kind,
    Texts title,
    Texts description,
    CategoryView category,
    Map<String, String> attributes,
    List<ImageView> images,
    StorefrontView storefront,
    List<OfferView> offers,
    List<OtherOffer> otherOffers,
    Delivery delivery,
    boolean companyPrices,
    boolean companiesOnly,
    Map<UUID, Money> lowestBefore,
    RankedOffers ranked) {

  public ListingDetail {
    lowestBefore = Map.copyOf(lowestBefore);
  }

  /** Another vendor's offer on the same product. */
  public record OtherOffer(
      UUID listingId,
      String listingSlug,
      String vendorSlug,
      String vendorName,
      OfferView offer,
      Delivery delivery) {}

  /**
   * What the vendor promises for its cheapest way to ship to its own country.
   *
   * @param from the cheapest shipping price, or null where it depends on the cart
   */
  public record Delivery(int minDays, int maxDays, Money from) {}

  /** The cheapest price, or null where nothing is offered. */
  public Money priceFrom() {
    return offers.stream().map(OfferView::price).min(Money::compareTo).orElse(null);
  }
}
