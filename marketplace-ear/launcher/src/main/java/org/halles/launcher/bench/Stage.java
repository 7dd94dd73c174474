package org.halles.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.launcher.client.Api;

/** Vendors with more stock than anybody can buy, so that the measure never runs out. */
final class Stage {
  private static final int VENDORS = 12;
  private static final int LISTINGS = 10;

  private final Api guest;
  private final Api operator;
  private final String run = Long.toString(System.currentTimeMillis(), 36);

  Stage(Api guest, Api operator) {
    this.guest = guest;
    this.operator = operator;
  }

  /** Something on sale. */
  record Thing(String listing, String offer) {}

  /** A vendor and what it sells. */
  record Stall(String vendor, List<Thing> things) {}

  List<Stall> open() {
    JsonNode categories = guest.get("/api/v1/categories").expect(200).json();
    String category = categories.path("items").path(0).path("id").asText();
    List<Stall> stalls = new ArrayList<>();
    for (int i = 0; i < VENDORS; i++) {
      stalls.add(stall("bench-" + run + "-" + i, category));
    }
    return stalls;
  }

  private Stall stall(String slug, String category) {
    JsonNode vendor =
        operator
            .post(
                "/api/v1/operator/vendors",
                Map.of(
                    "name",
                    "Bench " + slug,
                    "slug",
                    slug,
                    "country",
                    "FR",
                    "kind",
                    "professional",
                    "ownerEmail",
                    slug + "@bench.example"))
            .expect(201)
            .json();
    Api api = guest.withToken(vendor.path("apiKey").asText());
    api.put(
            "/api/v1/vendor/shipping",
            Map.of("methods", List.of(parcel("Standard", 490), parcel("Express", 990))))
        .expect(200);
    List<Thing> things = new ArrayList<>();
    for (int i = 0; i < LISTINGS; i++) {
      things.add(thing(api, slug, category, i));
    }
    return new Stall(vendor.path("id").asText(), things);
  }

  private Thing thing(Api api, String slug, String category, int number) {
    String title = "Bench thing " + number + " of " + slug;
    JsonNode listing =
        api.post(
                "/api/v1/vendor/listings",
                Map.of(
                    "kind", "goods",
                    "title", Map.of("fr", title, "en", title),
                    "description", Map.of("fr", title, "en", title),
                    "categoryId", category,
                    "attributes", Map.of(),
                    "variants", List.of(variant("bench-" + number, 1000 + 137L * number))))
            .expect(201)
            .json();
    String id = listing.path("id").asText();
    operator
        .with("X-Vendor", slug)
        .post("/api/v1/vendor/listings/" + id + "/submit", Map.of())
        .expect(200);
    JsonNode shown = guest.get("/api/v1/listings/" + id).expect(200).json();
    return new Thing(id, shown.path("offers").path(0).path("id").asText());
  }

  private static Map<String, Object> variant(String sku, long price) {
    return Map.of(
        "sku",
        sku,
        "options",
        Map.of(),
        "price",
        Map.of("minor", price, "currency", "EUR"),
        "stock",
        1_000_000,
        "condition",
        "new",
        "leadTimeDays",
        1);
  }

  private static Map<String, Object> parcel(String label, long price) {
    return Map.of(
        "label",
        label,
        "mode",
        "flat",
        "price",
        Map.of("minor", price, "currency", "EUR"),
        "minDays",
        2,
        "maxDays",
        4,
        "countries",
        List.of("FR"));
  }
}
