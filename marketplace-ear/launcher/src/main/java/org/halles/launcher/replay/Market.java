package org.halles.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;
import org.halles.launcher.client.Api;
import org.halles.launcher.replay.SourceOrder.Offer;

/**
 * The sellers of the source as vendors of the marketplace, with everything on sale that is needed.
 */
final class Market {
  private static final String CURRENCY = "BRL";
  private static final String COUNTRY = "BR";

  private final Api guest;
  private final Api operator;
  private final String run;

  Market(Api guest, Api operator, String run) {
    this.guest = guest;
    this.operator = operator;
    this.run = run;
  }

  /** A vendor made for a seller. */
  record Seller(String source, String id, String slug, Api api) {}

  /** The seller's things on sale: the marketplace's offer for each of the source's. */
  record OnSale(Seller seller, Map<Offer, String> offers) {}

  /** Opens all shops; the units are exactly as many as the source sold. */
  List<OnSale> open(Map<Offer, Integer> units) {
    Map<String, Map<Offer, Integer>> bySeller = new LinkedHashMap<>();
    units.forEach(
        (offer, count) ->
            bySeller
                .computeIfAbsent(offer.seller(), seller -> new LinkedHashMap<>())
                .put(offer, count));
    String category = category();
    return Workers.each(
        "vendors with their listings",
        bySeller.entrySet(),
        entry -> {
          Seller seller = seller(entry.getKey());
          return new OnSale(seller, list(seller, category, entry.getValue()));
        });
  }

  private Seller seller(String source) {
    String slug = "replay-" + run + "-" + source.substring(0, Math.min(12, source.length()));
    JsonNode vendor =
        operator
            .post(
                "/api/v1/operator/vendors",
                Map.of(
                    "name",
                    "Loja " + source.substring(0, Math.min(6, source.length())),
                    "slug",
                    slug,
                    "country",
                    COUNTRY,
                    "kind",
                    "professional",
                    "ownerEmail",
                    slug + "@replay.example"))
            .expect(201)
            .json();
    Api api = guest.withToken(vendor.path("apiKey").asText());
    api.put(
            "/api/v1/vendor/shipping",
            Map.of(
                "methods",
                List.of(
                    Map.of(
                        "label",
                        "Frete",
                        "mode",
                        "offer-fee",
                        "price",
                        money(0),
                        "minDays",
                        3,
                        "maxDays",
                        10,
                        "countries",
                        List.of(COUNTRY)))))
        .expect(200);
    return new Seller(source, vendor.path("id").asText(), slug, api);
  }

  private Map<Offer, String> list(Seller seller, String category, Map<Offer, Integer> units) {
    Map<String, List<Offer>> byProduct = new LinkedHashMap<>();
    units
        .keySet()
        .forEach(
            offer -> byProduct.computeIfAbsent(offer.product(), p -> new ArrayList<>()).add(offer));
    Map<Offer, String> ids = new HashMap<>();
    byProduct.forEach(
        (product, offers) -> ids.putAll(list(seller, category, product, offers, units)));
    return ids;
  }

  private Map<Offer, String> list(
      Seller seller,
      String category,
      String product,
      List<Offer> offers,
      Map<Offer, Integer> units) {
    Map<String, Offer> bySku = new LinkedHashMap<>();
    List<Map<String, Object>> variants = new ArrayList<>();
    for (Offer offer : offers) {
      String sku = product.substring(0, Math.min(20, product.length())) + "-" + bySku.size();
      bySku.put(sku, offer);
      variants.add(variant(sku, offer, units.get(offer), bySku.size()));
    }
    String title = "Produto " + product.substring(0, Math.min(8, product.length()));
    JsonNode listing =
        seller
            .api()
            .post(
                "/api/v1/vendor/listings",
                Map.of(
                    "kind",
                    "goods",
                    "title",
                    Map.of("en", title, "fr", title),
                    "description",
                    Map.of("en", title, "fr", title),
                    "categoryId",
                    category,
                    "attributes",
                    Map.of(),
                    "variants",
                    variants))
            .expect(201)
            .json();
    String id = listing.path("id").asText();
    // an operator's word puts it on sale without a review
    operator
        .with("X-Vendor", seller.slug())
        .post("/api/v1/vendor/listings/" + id + "/submit", Map.of())
        .expect(200);
    return offerIds(id, bySku);
  }

  private Map<Offer, String> offerIds(String listing, Map<String, Offer> bySku) {
    Map<Offer, String> ids = new HashMap<>();
    JsonNode offers = guest.get("/api/v1/listings/" + listing).expect(200).json().path("offers");
    for (JsonNode offer : offers) {
      ids.put(bySku.get(offer.path("sku").asText()), offer.path("id").asText());
    }
    if (ids.size() != bySku.size()) {
      throw new Refusal("Listing %s shows %d of its %d offers.", listing, ids.size(), bySku.size());
    }
    return ids;
  }

  private static Map<String, Object> variant(String sku, Offer offer, int stock, int place) {
    return Map.of(
        "sku",
        sku,
        "options",
        Map.of("lote", "" + place),
        "price",
        money(offer.price()),
        "stock",
        stock,
        "condition",
        "new",
        "leadTimeDays",
        1,
        "shippingFee",
        money(offer.freight()));
  }

  private String category() {
    JsonNode categories = guest.get("/api/v1/categories").expect(200).json();
    JsonNode first = categories.path("items").path(0);
    if (first.isMissingNode()) {
      throw new Refusal("The marketplace has no category to list products in.");
    }
    return first.path("id").asText();
  }

  static Map<String, Object> money(long minor) {
    return Map.of("minor", minor, "currency", CURRENCY);
  }
}
