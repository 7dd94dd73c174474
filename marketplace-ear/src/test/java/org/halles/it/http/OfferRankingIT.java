package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What places the offers of one product, over the public contract and on its page. */
class OfferRankingIT {

  private static final String WEIGHTS = "/api/v1/operator/offer-ranking";
  private static final Shop OPERATOR = Shop.asOperator();
  private static final Shop GUEST = Shop.asGuest();

  private static Map<String, Integer> weights(int price, int delivery, int stock, int rating) {
    return Map.of("price", price, "delivery", delivery, "stock", stock, "rating", rating);
  }

  @AfterEach
  void thePriceDecidesAgain() {
    OPERATOR.put(WEIGHTS, weights(100, 0, 0, 0)).expect(200);
  }

  /** A listing of the demo whose product another vendor sells, too. */
  private static JsonNode shared() {
    JsonNode found = GUEST.get("/api/v1/listings?q=alphabet&limit=100").expect(200).json();
    for (JsonNode card : found.path("items")) {
      JsonNode listing = listing(card.path("id").asText(), "");
      if (listing.path("otherOffers").size() > 0) {
        return listing;
      }
    }
    throw new AssertionError("The demo has no product that two vendors sell");
  }

  /** Somebody who looks at pages. */
  private static Shop page(String email) {
    String token =
        GUEST
            .post("/api/v1/tokens", Map.of("email", email, "password", "halles-demo"))
            .expect(201)
            .json()
            .path("token")
            .asText();
    return Shop.asGuest().with("Cookie", "halles-session=" + token).with("Accept", "text/html");
  }

  private static JsonNode listing(String id, String query) {
    return GUEST.get("/api/v1/listings/" + id + query).expect(200).json();
  }

  @Test
  void whatTheOperatorWeighsPlacesTheOffersAndIsTold() {
    JsonNode listing = shared();
    String id = listing.path("id").asText();
    assertThat(listing.at("/ranking/weights/price").asInt()).isEqualTo(100);
    assertThat(listing.at("/ranking/places/0/points/price").asInt()).isEqualTo(1000);

    OPERATOR.put(WEIGHTS, weights(60, 20, 10, 10)).expect(200);

    assertThat(OPERATOR.get(WEIGHTS).expect(200).json().path("delivery").asInt()).isEqualTo(20);
    JsonNode there = listing(id, "?country=BE").path("ranking");
    assertThat(there.path("country").asText()).isEqualTo("BE");
    assertThat(there.path("places")).hasSizeGreaterThan(1);
    JsonNode points = there.at("/places/0/points");
    assertThat(points.path("score").asInt())
        .isEqualTo(
            (60 * points.path("price").asInt()
                    + 20 * points.path("delivery").asInt()
                    + 10 * points.path("stock").asInt()
                    + 10 * points.path("rating").asInt())
                / 100);
    String path = "/p/" + listing.path("slug").asText() + "-" + id;
    assertThat(GUEST.get("/fr" + path).expect(200).body())
        .contains("Les offres sont classées selon", "poids 60", "#order");
    assertThat(GUEST.get("/en" + path + "?country=BE").expect(200).body())
        .contains("The offers are placed by", "weight 20");
    assertThat(page("operator@halles.example").get("/operator/audit").expect(200).body())
        .contains("classement des offres");
  }

  @Test
  void whatCannotBeWeighedOrReachedIsRefused() {
    OPERATOR.put(WEIGHTS, weights(101, 0, 0, 0)).expect(400);
    OPERATOR.put(WEIGHTS, weights(0, 0, 0, 0)).expect(400);
    OPERATOR.put(WEIGHTS, Map.of("price", 50)).expect(400);
    String id = shared().path("id").asText();
    GUEST.get("/api/v1/listings/" + id + "?country=XX").expect(400);
  }

  @Test
  void financeReadsThemAndFindsNoButton() {
    Shop finance = Shop.asFinance();

    assertThat(page("finance@halles.example").get("/operator/offer-ranking").expect(200).body())
        .contains("ranking:price")
        .doesNotContain("ranking:save");
    assertThat(page("operator@halles.example").get("/operator/offer-ranking").expect(200).body())
        .contains("ranking:save");
    finance.get(WEIGHTS).expect(200);
    finance.put(WEIGHTS, weights(50, 50, 0, 0)).expect(403);
  }
}
