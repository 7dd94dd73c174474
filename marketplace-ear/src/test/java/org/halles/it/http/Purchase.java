package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.halles.it.Answer;
import org.halles.it.Shop;

/** A cart on its way to an order, over the public contract. */
final class Purchase {

  static final Map<String, Object> ADDRESS =
      Map.of(
          "email", "lea.marchal@courrier.example",
          "name", "Léa Marchal",
          "address",
              Map.of(
                  "line1", "12 rue des Halles",
                  "postalCode", "69002",
                  "city", "Lyon",
                  "country", "FR"));

  private static final int MANY = 10;

  private final Shop buyer;
  private final String cart;
  private Map<String, Object> given;

  private Purchase(Shop buyer, String cart) {
    this.buyer = buyer;
    this.cart = cart;
  }

  /** A cart with one article of each of so many vendors, delivered to Lyon. */
  static Purchase of(int vendors) {
    return of(Shop.asGuest(), vendors);
  }

  static Purchase of(Shop buyer, int vendors) {
    String cart =
        buyer
            .post("/api/v1/carts", Map.of("currency", "EUR"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    Purchase purchase = new Purchase(buyer, cart);
    purchase.fill(vendors);
    buyer.put("/api/v1/carts/" + cart + "/delivery", ADDRESS).expect(200);
    return purchase;
  }

  String cart() {
    return cart;
  }

  Shop buyer() {
    return buyer;
  }

  JsonNode view() {
    return buyer.get("/api/v1/carts/" + cart).expect(200).json();
  }

  /** The buyer saw that so much is added for others. */
  Purchase giving(long cents) {
    given = Map.of("minor", cents, "currency", "EUR");
    return this;
  }

  JsonNode add(String offer) {
    return buyer
        .post("/api/v1/carts/" + cart + "/lines", Map.of("offerId", offer, "quantity", 1))
        .expect(200)
        .json();
  }

  /** Pays with a token of the sandbox gateway, under a new key. */
  Answer pay(String token) {
    return pay(token, buyer.withNewKey());
  }

  Answer pay(String token, Shop buyerWithKey) {
    return pay("sandbox", token, buyerWithKey);
  }

  Answer pay(String gateway, String token, Shop buyerWithKey) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("cartId", cart);
    body.put("payment", Map.of("gateway", gateway, "token", token));
    if (given != null) {
      body.put("expectedContribution", given);
    }
    return buyerWithKey.post("/api/v1/checkouts", body);
  }

  /** The order as its buyer sees it, found again by its access key. */
  JsonNode order(JsonNode placed) {
    return buyer
        .get(
            "/api/v1/order-groups/"
                + placed.path("number").asText()
                + "?accessKey="
                + placed.path("accessKey").asText())
        .expect(200)
        .json();
  }

  /**
   * With what the demo's vendors have plenty of: the last one of its kind may be sold to another
   * test before this cart is paid. Stalls of other tests are called {@code it-...}.
   */
  private void fill(int vendors) {
    Set<String> sellers = new LinkedHashSet<>();
    String query = "/api/v1/listings?limit=100";
    for (String page = query; page != null && sellers.size() < vendors; ) {
      JsonNode listings = buyer.get(page).expect(200).json();
      for (JsonNode listing : listings.path("items")) {
        String seller = listing.path("vendor").path("slug").asText();
        if (sellers.size() < vendors
            && listing.path("available").asBoolean()
            && listing.path("kind").asText().equals("goods")
            && !seller.startsWith("it-")
            && !sellers.contains(seller)
            && addedOneOfMany(listing.path("id").asText())) {
          sellers.add(seller);
        }
      }
      String next = listings.path("next").asText("null");
      page = next.equals("null") ? null : query + "&cursor=" + next;
    }
    if (sellers.size() < vendors) {
      throw new AssertionError("only " + sellers + " of " + vendors + " vendors sell many goods");
    }
  }

  private boolean addedOneOfMany(String listing) {
    JsonNode offers = buyer.get("/api/v1/listings/" + listing).expect(200).json().path("offers");
    for (JsonNode offer : offers) {
      if (offer.path("available").asBoolean()) {
        JsonNode line = line(add(offer.path("id").asText()), offer.path("id").asText());
        if (line.path("available").asInt(MANY) >= MANY) {
          return true;
        }
        buyer.delete("/api/v1/carts/" + cart + "/lines/" + line.path("id").asText()).expect(200);
      }
    }
    return false;
  }

  private static JsonNode line(JsonNode filled, String offer) {
    for (JsonNode vendor : filled.path("vendors")) {
      for (JsonNode line : vendor.path("lines")) {
        if (line.path("offerId").asText().equals(offer)) {
          return line;
        }
      }
    }
    throw new AssertionError("offer " + offer + " is not in the cart: " + filled);
  }
}
