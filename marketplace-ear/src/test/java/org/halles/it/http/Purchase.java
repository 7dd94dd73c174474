package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
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

  private final Shop buyer;
  private final String cart;

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
    purchase.offersOf(vendors).forEach(purchase::add);
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

  void add(String offer) {
    int status =
        buyer
            .post("/api/v1/carts/" + cart + "/lines", Map.of("offerId", offer, "quantity", 1))
            .status();
    if (status != 200 && status != 201) {
      throw new AssertionError("offer " + offer + " was not added: " + status);
    }
  }

  /** Pays with a token of the sandbox gateway, under a new key. */
  Answer pay(String token) {
    return pay(token, buyer.withNewKey());
  }

  Answer pay(String token, Shop buyerWithKey) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("cartId", cart);
    body.put("payment", Map.of("gateway", "sandbox", "token", token));
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

  /** Of the demo's vendors: other tests open stalls of their own, called {@code it-...}. */
  private List<String> offersOf(int vendors) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> offers = new ArrayList<>();
    String query = "/api/v1/listings?limit=100";
    for (String page = query; page != null && offers.size() < vendors; ) {
      JsonNode listings = buyer.get(page).expect(200).json();
      for (JsonNode listing : listings.path("items")) {
        boolean fits =
            listing.path("available").asBoolean()
                && listing.path("kind").asText().equals("goods")
                && !listing.path("vendor").path("slug").asText().startsWith("it-");
        if (fits
            && offers.size() < vendors
            && seen.add(listing.path("vendor").path("id").asText())) {
          offers.add(plentiful(listing.path("id").asText()));
        }
      }
      String next = listings.path("next").asText("null");
      page = next.equals("null") ? null : query + "&cursor=" + next;
    }
    if (offers.size() < vendors) {
      throw new AssertionError("only " + offers.size() + " of " + vendors + " vendors sell goods");
    }
    return offers;
  }

  private String plentiful(String listing) {
    JsonNode offers = buyer.get("/api/v1/listings/" + listing).expect(200).json().path("offers");
    return StreamSupport.stream(offers.spliterator(), false)
        .filter(offer -> offer.path("available").asInt(1) > 0)
        .map(offer -> offer.path("id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no offer of " + listing + " is available"));
  }
}
