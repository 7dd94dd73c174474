package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's listings many at a time, as files bring them: by the rules of {@link Cataloguing}. */
@ApplicationScoped
@Transactional
public class Assortment {

  private ListingStore listings;
  private ListingIntake intake;
  private FilesBehind files;
  private Categories categories;
  private Cataloguing cataloguing;
  private OnHand onHand;

  protected Assortment() {}

  @Inject
  Assortment(
      ListingStore listings,
      ListingIntake intake,
      FilesBehind files,
      Categories categories,
      Cataloguing cataloguing,
      OnHand onHand) {
    this.listings = listings;
    this.intake = intake;
    this.files = files;
    this.categories = categories;
    this.cataloguing = cataloguing;
    this.onHand = onHand;
  }

  /** The listings on which these SKUs are, by SKU; SKUs that are not used are absent. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Map<String, KnownListing> find(VendorScope scope, Collection<String> skus) {
    Map<String, UUID> users = listings.usersOf(skus, scope.vendorId(), null);
    Map<UUID, KnownListing> known = new HashMap<>();
    listings
        .all(users.values().stream().distinct().toList())
        .forEach(listing -> known.put(listing.id(), known(listing)));
    Map<String, KnownListing> found = new HashMap<>();
    users.forEach((sku, id) -> found.put(sku, known.get(id)));
    return found;
  }

  private static KnownListing known(VendorListing listing) {
    ListingInput wanted =
        listing.change() == null
            ? Wording.of(listing)
            : Wording.withTermsOf(listing, listing.change().after());
    return new KnownListing(listing.id(), listing.status(), wanted);
  }

  /**
   * What storing a listing would do; stores nothing.
   *
   * @param known the listing as it is; null for a new one
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public ListingVerdict judge(VendorScope scope, KnownListing known, ListingInput input) {
    UUID id = known == null ? null : known.id();
    ListingIntake.Examined examined = intake.examine(input, scope.vendorId(), id);
    if (!examined.violations().isEmpty()) {
      return new ListingVerdict(examined.violations(), List.of());
    }
    return new ListingVerdict(
        List.of(),
        Differences.between(
            known == null ? null : known.input(),
            Wording.of(examined.checked()),
            categories.tree()));
  }

  /**
   * Stores them, all or none; answers their ids in the same order. What is on hand of those there
   * are is held from here on: sales since they were read stay sold.
   *
   * @throws org.halles.marketplace.shared.Refusal if any of them is refused
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public List<UUID> store(VendorScope scope, List<WantedListing> wanted) {
    Map<String, OnHand.Held> held =
        onHand.hold(
            scope.vendorId(),
            wanted.stream().map(WantedListing::listingId).filter(Objects::nonNull).toList());
    List<UUID> stored = new ArrayList<>();
    for (WantedListing one : wanted) {
      stored.add(
          one.listingId() == null
              ? create(scope, one)
              : cataloguing.edit(scope, one.listingId(), null, one.over(held)).id());
    }
    return stored;
  }

  /** A download whose files are still to be handed in waits among its vendor's own. */
  private UUID create(VendorScope scope, WantedListing wanted) {
    VendorListing created = cataloguing.create(scope, wanted.input());
    UUID id = created.id();
    if (wanted.publish() && files.missing(created).isEmpty()) {
      cataloguing.submit(scope, id);
    }
    return id;
  }
}
