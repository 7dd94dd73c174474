package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.vendor.Trust;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor writes its listings and hands them in. */
@ApplicationScoped
@Transactional
public class Cataloguing {

  private ListingStore listings;
  private ListingIntake intake;
  private Products products;
  private Stock stock;
  private ListingSummary summary;
  private Trust trust;
  private Clock clock;

  protected Cataloguing() {}

  @Inject
  Cataloguing(
      ListingStore listings,
      ListingIntake intake,
      Products products,
      Stock stock,
      ListingSummary summary,
      Trust trust,
      Clock clock) {
    this.listings = listings;
    this.intake = intake;
    this.products = products;
    this.stock = stock;
    this.summary = summary;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * A new listing that only its vendor sees.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong with it
   */
  @Allowed(Role.SIGNED_IN)
  public VendorListing create(VendorScope scope, ListingInput input) {
    CheckedListing checked = intake.check(input, scope.vendorId(), null);
    Instant now = clock.instant();
    Products.Placement placement = products.place(checked, now);
    Listing listing = new Listing(scope.vendorId(), placement.productId(), now);
    listing.rewrite(checked, placement.variantOf(), now);
    listings.add(listing);
    return store(listing, checked);
  }

  /**
   * Everything is as given from now on; offers are found again by their SKU. What moderators let
   * through goes back to them if its words or pictures change, unless the vendor is trusted.
   *
   * @param expectedVersion the version the caller read, or null if it insists on none
   * @throws Stale if somebody else edited it meanwhile
   */
  @Allowed(Role.SIGNED_IN)
  public VendorListing edit(
      VendorScope scope, UUID id, Integer expectedVersion, ListingInput input) {
    Listing listing = listings.get(scope.vendorId(), id);
    Stale.check(expectedVersion, listing.revision());
    CheckedListing checked = intake.check(input, scope.vendorId(), id);
    Instant now = clock.instant();
    Products.Placement placement =
        products.place(checked, listing.productId(), listing.variantBySku());
    boolean otherThanTerms = listing.rewrite(checked, placement.variantOf(), now);
    if (otherThanTerms && !trust.ownWord(scope)) {
      listing.reviewAgain(now);
    }
    return store(listing, checked);
  }

  private VendorListing store(Listing listing, CheckedListing checked) {
    listings.flush();
    Map<UUID, Integer> onHand = new HashMap<>();
    Map<String, Integer> bySku = new HashMap<>();
    checked.variants().forEach(variant -> bySku.put(variant.sku(), variant.stock()));
    listing.activeOffers().forEach(offer -> onHand.put(offer.id(), bySku.get(offer.sku())));
    stock.set(onHand);
    summary.everything(listing.id());
    return listing.view(onHand);
  }

  /**
   * Hands it to the moderators. Of a trusted vendor, or handed in by an operator on its behalf, it
   * goes live at once.
   */
  @Allowed(Role.SIGNED_IN)
  public VendorListing submit(VendorScope scope, UUID id) {
    Listing listing = listings.get(scope.vendorId(), id);
    listing.submit(trust.ownWord(scope), clock.instant());
    return flushed(listing);
  }

  /** Puts it away. */
  @Allowed(Role.SIGNED_IN)
  public VendorListing archive(VendorScope scope, UUID id) {
    Listing listing = listings.get(scope.vendorId(), id);
    listing.archive(clock.instant());
    return flushed(listing);
  }

  @Allowed(Role.SIGNED_IN)
  public VendorListing get(VendorScope scope, UUID id) {
    return listings.view(listings.get(scope.vendorId(), id));
  }

  /**
   * The vendor's listings, newest first.
   *
   * @param status only these, or null for all
   */
  @Allowed(Role.SIGNED_IN)
  public Page<VendorListing> list(VendorScope scope, ListingStatus status, Paging paging) {
    return listings.views(listings.ofVendor(scope.vendorId(), status, paging));
  }

  private VendorListing flushed(Listing listing) {
    listings.flush();
    return listings.view(listing);
  }
}
