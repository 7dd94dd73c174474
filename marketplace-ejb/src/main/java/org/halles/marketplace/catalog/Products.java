package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Rows;

/**
 * The shared articles. Vendors that give the same GTIN offer the same product, so that a buyer can
 * compare them.
 */
@ApplicationScoped
class Products {

  private static final Rows.Shape VARIANT =
      Rows.Shape.of("variant", "id uuid", "product_id uuid", "options jsonb", "gtin text");

  /** A variant there already is. */
  private record Known(UUID variantId, UUID productId) {}

  /**
   * Where a listing belongs.
   *
   * @param productId the article
   * @param variantOf its variants by the vendor's SKU
   * @param shared true if the article was there already, for others' listings
   */
  record Placement(UUID productId, Map<String, UUID> variantOf, boolean shared) {}

  private Database database;

  protected Products() {}

  @Inject
  Products(Database database) {
    this.database = database;
  }

  /** Finds the product of a new listing by any GTIN in it, or makes one. */
  Placement place(CheckedListing listing, Instant now) {
    Map<String, Known> known = known(listing.variants());
    UUID there = first(known);
    UUID product = there == null ? make(listing, now) : there;
    return new Placement(
        product, variants(product, listing.variants(), known, Map.of()), there != null);
  }

  /**
   * The variants for the offers of a listing that has its product already. A number that belongs to
   * another product takes the listing there.
   */
  Placement place(CheckedListing listing, UUID present, Map<String, UUID> before) {
    Map<String, Known> known = known(listing.variants());
    UUID there = known.values().stream().anyMatch(in(present)) ? null : first(known);
    UUID product = there == null ? present : there;
    return new Placement(
        product,
        variants(product, listing.variants(), known, there == null ? before : Map.of()),
        there != null);
  }

  private static Predicate<Known> in(UUID product) {
    return known -> known.productId().equals(product);
  }

  private static UUID first(Map<String, Known> known) {
    return known.values().stream().map(Known::productId).findFirst().orElse(null);
  }

  private UUID make(CheckedListing listing, Instant now) {
    UUID id = Ids.next();
    database.update(
        "insert into product (id, title, category_id, created_at) values (?, ?::jsonb, ?, ?)",
        id,
        Json.write(listing.title()),
        listing.category().id(),
        now);
    return id;
  }

  private Map<String, Known> known(List<CheckedVariant> variants) {
    String[] gtins =
        variants.stream()
            .map(CheckedVariant::gtin)
            .filter(Objects::nonNull)
            .map(Gtin::digits)
            .toArray(String[]::new);
    Map<String, Known> known = new HashMap<>();
    if (gtins.length > 0) {
      database.list(
          "select gtin, id, product_id from variant where gtin = any(?)",
          row -> known.put(row.text("gtin"), new Known(row.uuid("id"), row.uuid("product_id"))),
          (Object) gtins);
    }
    return known;
  }

  private Map<String, UUID> variants(
      UUID product,
      List<CheckedVariant> variants,
      Map<String, Known> known,
      Map<String, UUID> before) {
    Map<String, UUID> placed = new HashMap<>();
    Map<String, UUID> made = new HashMap<>();
    Rows rows = new Rows(VARIANT);
    for (CheckedVariant variant : variants) {
      String gtin = variant.gtin() == null ? null : variant.gtin().digits();
      UUID id = known.containsKey(gtin) ? known.get(gtin).variantId() : made.get(gtin);
      if (id == null && gtin == null) {
        id = before.get(variant.sku());
      }
      if (id == null) {
        id = Ids.next();
        rows.add(id, product, Json.write(variant.options()), gtin);
        if (gtin != null) {
          made.put(gtin, id);
        }
      }
      placed.put(variant.sku(), id);
    }
    rows.insertWith(database);
    return placed;
  }
}
