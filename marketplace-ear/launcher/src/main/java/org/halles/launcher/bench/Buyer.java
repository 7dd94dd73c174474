package org.halles.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.halles.launcher.Refusal;
import org.halles.launcher.bench.Stage.Stall;
import org.halles.launcher.bench.Stage.Thing;
import org.halles.launcher.client.Api;

/** A guest who looks around and buys; every request is one that a person's browser would cause. */
final class Buyer {
  private static final int VENDORS_PER_CART = 3;

  private final Api guest;
  private final List<Stall> stalls;

  Buyer(Api guest, List<Stall> stalls) {
    this.guest = guest;
    this.stalls = stalls;
  }

  /**
   * A whole purchase: cart, three lines of three vendors, delivery, a shipping choice, checkout.
   */
  String buy() {
    String cart =
        guest
            .post("/api/v1/carts", Map.of("currency", "EUR"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    String path = "/api/v1/carts/" + cart;
    int first = ThreadLocalRandom.current().nextInt(stalls.size());
    for (int i = 0; i < VENDORS_PER_CART; i++) {
      Stall stall = stalls.get((first + i) % stalls.size());
      guest
          .post(path + "/lines", Map.of("offerId", thing(stall).offer(), "quantity", 1 + i))
          .expect(200, 201);
    }
    JsonNode filled = guest.put(path + "/delivery", DELIVERY).expect(200).json();
    JsonNode shown = guest.put(path + "/shipping", dearest(filled)).expect(200).json();
    return checkout(cart, shown.path("totals").path("total"));
  }

  private String checkout(String cart, JsonNode total) {
    return guest
        .with("Idempotency-Key", UUID.randomUUID().toString())
        .post(
            "/api/v1/checkouts",
            Map.of(
                "cartId", cart,
                "expectedTotal", total,
                "payment", Map.of("gateway", "sandbox", "token", "approved")))
        .expect(201)
        .json()
        .path("number")
        .asText();
  }

  void list() {
    guest.get("/api/v1/listings?limit=24").expect(200);
  }

  void detail() {
    guest.get("/api/v1/listings/" + thing(any()).listing()).expect(200);
  }

  void search() {
    guest
        .get("/api/v1/listings?q=thing%20" + ThreadLocalRandom.current().nextInt(10) + "&limit=24")
        .expect(200);
  }

  /** The first vendor's dearest way to ship, because the cheapest was chosen already. */
  private static Map<String, Object> dearest(JsonNode cart) {
    JsonNode vendor = cart.path("vendors").path(0);
    JsonNode best = null;
    for (JsonNode option : vendor.path("shippingOptions")) {
      if (best == null || minor(option) > minor(best)) {
        best = option;
      }
    }
    if (best == null) {
      throw new Refusal("The cart offers no shipping: %s", cart);
    }
    return Map.of(
        "vendorId",
        vendor.path("vendor").path("id").asText(),
        "optionId",
        best.path("id").asText());
  }

  private static long minor(JsonNode option) {
    return option.path("price").path("minor").asLong();
  }

  private Stall any() {
    return stalls.get(ThreadLocalRandom.current().nextInt(stalls.size()));
  }

  private static Thing thing(Stall stall) {
    return stall.things().get(ThreadLocalRandom.current().nextInt(stall.things().size()));
  }

  private static final Map<String, Object> DELIVERY =
      Map.of(
          "email", "bench@bench.example",
          "name", "Camille Banc",
          "address",
              Map.of(
                  "line1", "1 rue du Banc",
                  "postalCode", "75001",
                  "city", "Paris",
                  "country", "FR"));
}
