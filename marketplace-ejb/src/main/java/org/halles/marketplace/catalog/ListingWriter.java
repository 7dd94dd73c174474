package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes what a listing says from now on, with everything that is kept beside it. */
@ApplicationScoped
class ListingWriter {

  private ListingStore listings;
  private Products products;
  private Stock stock;
  private ListingSummary summary;
  private Clock clock;

  protected ListingWriter() {}

  @Inject
  ListingWriter(
      ListingStore listings, Products products, Stock stock, ListingSummary summary, Clock clock) {
    this.listings = listings;
    this.products = products;
    this.stock = stock;
    this.summary = summary;
    this.clock = clock;
  }

  /** Stores a new one. */
  VendorListing create(UUID vendorId, CheckedListing checked) {
    Products.Placement placement = products.place(checked, clock.instant());
    Listing listing = new Listing(vendorId, clock.instant());
    listing.rewrite(checked, placement, clock.instant());
    listings.add(listing);
    return shared(placement, store(listing, checked.variants(), Set.of()));
  }

  /** Everything is as given from now on; offers are found again by their SKU. */
  VendorListing rewrite(Listing listing, CheckedListing checked) {
    return shared(say(listing, checked), store(listing, checked.variants(), Set.of()));
  }

  /** The same, but what is on hand of offers there were before stays as it is. */
  VendorListing apply(Listing listing, CheckedListing checked) {
    Set<UUID> before = new HashSet<>(listing.allOffers());
    return shared(say(listing, checked), store(listing, checked.variants(), before));
  }

  private Products.Placement say(Listing listing, CheckedListing checked) {
    Products.Placement placement =
        products.place(checked, listing.productId(), listing.variantBySku());
    listing.rewrite(checked, placement, clock.instant());
    return placement;
  }

  /** Lists know that several listings are on one product. */
  private VendorListing shared(Products.Placement placement, VendorListing stored) {
    if (placement.shared()) {
      summary.share(placement.productId());
    }
    return stored;
  }

  /**
   * Prices, stock and delivery terms of the variants there are.
   *
   * @param withdrawing true if those not given any more are withdrawn
   */
  VendorListing trade(Listing listing, List<CheckedVariant> variants, boolean withdrawing) {
    listing.trade(variants, withdrawing, clock.instant());
    listings.flush();
    count(listing, variants, Set.of());
    summary.prices(listing.id());
    return listings.view(listing);
  }

  private VendorListing store(
      Listing listing, List<CheckedVariant> variants, Collection<UUID> uncounted) {
    listings.flush();
    count(listing, variants, uncounted);
    summary.everything(listing.id());
    return listings.view(listing);
  }

  private void count(Listing listing, List<CheckedVariant> variants, Collection<UUID> uncounted) {
    Map<UUID, Integer> counted = counted(listing, variants, uncounted);
    stock.set(counted);
    Map<String, Map<String, Integer>> bySku = new HashMap<>();
    variants.stream()
        .filter(variant -> variant.places() != null)
        .forEach(variant -> bySku.put(variant.sku(), variant.places()));
    Map<UUID, Map<String, Integer>> places = new HashMap<>();
    listing.activeOffers().stream()
        .filter(offer -> counted.containsKey(offer.id()) && bySku.containsKey(offer.sku()))
        .forEach(offer -> places.put(offer.id(), bySku.get(offer.sku())));
    if (!places.isEmpty()) {
      stock.place(places);
    }
  }

  private static Map<UUID, Integer> counted(
      Listing listing, List<CheckedVariant> variants, Collection<UUID> uncounted) {
    Map<String, Integer> bySku = new HashMap<>();
    variants.forEach(variant -> bySku.put(variant.sku(), variant.stock()));
    Map<UUID, Integer> counted = new HashMap<>();
    listing.activeOffers().stream()
        .filter(offer -> bySku.containsKey(offer.sku()) && !uncounted.contains(offer.id()))
        .forEach(offer -> counted.put(offer.id(), bySku.get(offer.sku())));
    return counted;
  }
}
