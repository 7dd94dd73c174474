package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.attribute.AttributeChecks;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Violation;

/** Checks what vendors send: each field by itself, and what only the database knows. */
@ApplicationScoped
class ListingIntake {

  private Categories categories;
  private Attributes attributes;
  private Access access;
  private ListingStore listings;
  private StockPlaceRows stockPlaces;

  protected ListingIntake() {}

  @Inject
  ListingIntake(
      Categories categories,
      Attributes attributes,
      Access access,
      ListingStore listings,
      StockPlaceRows stockPlaces) {
    this.categories = categories;
    this.attributes = attributes;
    this.access = access;
    this.listings = listings;
    this.stockPlaces = stockPlaces;
  }

  /**
   * @param listingId the listing that is edited, or null for a new one
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  CheckedListing check(ListingInput input, UUID vendorId, UUID listingId) {
    Checklist checklist = new Checklist();
    CheckedListing checked = check(checklist, input, vendorId, listingId);
    checklist.done();
    return checked;
  }

  /** A listing as it would be stored, if nothing is wrong with it. */
  record Examined(CheckedListing checked, List<Violation> violations) {}

  /** What it would be, and everything that is wrong with it. */
  Examined examine(ListingInput input, UUID vendorId, UUID listingId) {
    Checklist checklist = new Checklist();
    CheckedListing checked = check(checklist, input, vendorId, listingId);
    return new Examined(checked, checklist.violations());
  }

  /** Everything that is wrong with it; empty if it may be stored. */
  List<Violation> faults(ListingInput input, UUID vendorId, UUID listingId) {
    Checklist checklist = new Checklist();
    check(checklist, input, vendorId, listingId);
    return checklist.violations();
  }

  private CheckedListing check(
      Checklist checklist, ListingInput input, UUID vendorId, UUID listingId) {
    CategoryTree tree = categories.tree();
    CheckedListing checked = new ListingChecks(checklist, tree).check(input);
    if (checked.category() != null) {
      checked = inTheWordsOfTheMarket(checklist, checked, tree);
      access.check(checklist, checked.category(), tree, vendorId);
    }
    if (checked.variants().stream().anyMatch(variant -> variant.places() != null)) {
      checked = checked.with(checked.attributes(), placed(checklist, checked.variants(), vendorId));
    }
    if (checklist.isClean()) {
      ownSkus(checklist, checked.variants(), vendorId, listingId);
      storedPictures(checklist, checked.images());
    }
    return checked;
  }

  /** What is said about the thing and its variants, by what the category asks for. */
  private CheckedListing inTheWordsOfTheMarket(
      Checklist checklist, CheckedListing listing, CategoryTree tree) {
    List<CategoryAttribute> asked = attributes.book().of(tree.idsTo(listing.category()));
    if (asked.isEmpty()) {
      return listing;
    }
    AttributeChecks checks = new AttributeChecks(checklist, asked);
    Map<String, String> said = checks.clean("attributes", listing.attributes());
    List<CheckedVariant> variants = new ArrayList<>();
    Set<String> everywhere = null;
    for (CheckedVariant variant : listing.variants()) {
      String field = "variants[" + variants.size() + "].options";
      CheckedVariant cleaned = variant.with(checks.clean(field, variant.options()));
      variants.add(cleaned);
      if (everywhere == null) {
        everywhere = new HashSet<>(cleaned.options().keySet());
      } else {
        everywhere.retainAll(cleaned.options().keySet());
      }
    }
    Set<String> known = new HashSet<>(said.keySet());
    known.addAll(everywhere == null ? Set.of() : everywhere);
    checks.nothingMissing("attributes", known);
    return listing.with(said, variants);
  }

  /** Every place is named, and the stock is the sum of those that are on. */
  private List<CheckedVariant> placed(
      Checklist checklist, List<CheckedVariant> variants, UUID vendorId) {
    List<StockPlace> places = stockPlaces.named(vendorId);
    List<CheckedVariant> placed = new ArrayList<>();
    for (CheckedVariant variant : variants) {
      String field = "variants[" + placed.size() + "]";
      placed.add(
          variant.places() == null ? variant : new Laying(checklist, field, places).check(variant));
    }
    return placed;
  }

  private void ownSkus(
      Checklist checklist, List<CheckedVariant> variants, UUID vendorId, UUID listingId) {
    List<String> skus = variants.stream().map(CheckedVariant::sku).toList();
    Map<String, UUID> users = listings.usersOf(skus, vendorId, listingId);
    for (int index = 0; index < skus.size(); index++) {
      UUID user = users.get(skus.get(index));
      if (user != null) {
        checklist.reject(
            "variants[" + index + "].sku",
            "is used by another of your listings: choose another",
            skus.get(index));
      }
    }
  }

  private void storedPictures(Checklist checklist, List<ImageView> images) {
    if (images.isEmpty()) {
      return;
    }
    Set<String> stored =
        new HashSet<>(listings.knownMedia(images.stream().map(ImageView::media).toList()));
    for (int index = 0; index < images.size(); index++) {
      if (!stored.contains(images.get(index).media())) {
        checklist.reject(
            "images[" + index + "].media",
            "is not stored here: upload the file first",
            images.get(index).media());
      }
    }
  }
}
