package org.halles.it;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A vendor of a test's own, made by the operator, with its key: what one test sells does not
 * disturb another.
 *
 * @param id the vendor's id
 * @param slug its name in URLs
 * @param seller its program, signed in by the vendor's key
 */
public record Stand(String id, String slug, Shop seller) {

  private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());

  /** A new approved vendor. */
  public static Stand open() {
    return open(null);
  }

  /**
   * A new approved vendor.
   *
   * @param owner the address of an account that owns it, or null for one of its own
   */
  public static Stand open(String owner) {
    String slug = "it-stand-" + Long.toString(COUNT.incrementAndGet(), 36);
    Answer made =
        Shop.asOperator()
            .post(
                "/api/v1/operator/vendors",
                Map.of(
                    "name",
                    "Stand " + slug,
                    "slug",
                    slug,
                    "country",
                    "FR",
                    "kind",
                    "professional",
                    "ownerEmail",
                    owner == null ? "owner@" + slug + ".example" : owner))
            .expect(201);
    return new Stand(
        made.json().path("id").asText(),
        slug,
        Shop.asGuest().withToken(made.json().path("apiKey").asText()));
  }

  /** A listing as a vendor sends it: one variant, ten in stock. */
  public Map<String, Object> goods(String title, long cents) {
    return Map.of(
        "kind", "goods",
        "title", Map.of("fr", title, "en", title),
        "description", "<p>" + title + "</p>",
        "categoryId", anyCategory(),
        "attributes", Map.of("brand", "Stand"),
        "variants", List.of(variant("S-" + COUNT.incrementAndGet(), cents, 10)));
  }

  public static Map<String, Object> variant(String sku, long cents, int stock) {
    return Map.of(
        "sku",
        sku,
        "price",
        Map.of("minor", cents, "currency", "EUR"),
        "stock",
        stock,
        "weightGrams",
        400);
  }

  /** Writes a listing; only the vendor sees it. */
  public Answer write(String title, long cents) {
    return seller.post("/api/v1/vendor/listings", goods(title, cents)).expect(201);
  }

  /** Puts a listing on sale at the operator's word and says its id. */
  public String sell(String title, long cents) {
    String id = write(title, cents).json().path("id").asText();
    Shop.asOperator()
        .with("X-Vendor", slug)
        .post("/api/v1/vendor/listings/" + id + "/submit", Map.of())
        .expect(200);
    return id;
  }

  private static String anyCategory() {
    return Shop.asGuest()
        .get("/api/v1/categories")
        .json()
        .path("items")
        .path(0)
        .path("slug")
        .asText();
  }
}
