package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who bought may say how it is; everybody reads it. */
class ReviewsIT {

  private Stand stand;
  private String listing;
  private JsonNode order;
  private String line;

  @BeforeEach
  void buy() {
    stand = Stand.open();
    stand
        .seller()
        .put(
            "/api/v1/vendor/shipping",
            Map.of(
                "methods",
                List.of(
                    Map.of(
                        "label",
                        "Colis",
                        "mode",
                        "flat",
                        "price",
                        Map.of("minor", 400, "currency", "EUR"),
                        "minDays",
                        2,
                        "maxDays",
                        4,
                        "countries",
                        List.of("FR")))))
        .expect(200);
    listing = stand.sell("Bol à noter", 2_500);
    Purchase purchase = Purchase.of(0);
    purchase.add(offer());
    order = purchase.pay("approved").expect(201).json();
    line = order.at("/vendorOrders/0/lines/0/id").asText();
  }

  @Test
  void onlyWhatHasArrivedIsRatedAndOnlyByItsBuyer() {
    assertThat(rate(4, "Trop tôt").expect(409).problem()).isEqualTo("review-not-received");
    assertThat(reviewable()).isEmpty();
    arrive();

    Shop.asGuest().put(reviews() + "/" + line, Map.of("stars", 5)).expect(404);
    Shop.asBuyer().put(reviews() + "/" + line, Map.of("stars", 5)).expect(404);
    assertThat(rate(6, "x".repeat(2_001)).expect(400).violatedFields())
        .containsExactlyInAnyOrder("stars", "text");
    JsonNode review = rate(4, "Bien tourné <b>ici</b>").expect(200).json();

    assertThat(review.path("author").asText()).isEqualTo("Léa M.");
    assertThat(reviewable()).hasSize(1);
    assertThat(Shop.asGuest().get(page()).expect(200).body())
        .contains("Bien tourné &lt;b&gt;ici&lt;/b&gt;")
        .contains("\"aggregateRating\"")
        .contains("\"ratingValue\":\"4.0\"");
    assertThat(rated(Shop.asGuest().get("/api/v1/listings?vendor=" + stand.slug())))
        .containsExactly("4.0");
  }

  @Test
  void changingItCountsOnce() {
    arrive();
    rate(1, "Non").expect(200);
    rate(5, "Oui").expect(200);

    JsonNode all = Shop.asGuest().get(reviewsOfListing()).expect(200).json();

    assertThat(all.path("items")).hasSize(1);
    assertThat(all.at("/rating/reviews").asInt()).isEqualTo(1);
    assertThat(all.at("/rating/average").asText()).isEqualTo("5.0");
    assertThat(all.at("/items/0/editedAt").isNull()).isFalse();
  }

  @Test
  void theVendorAnswersOnceAndOnlyItsOwn() {
    arrive();
    String review = rate(3, "Moyen").expect(200).json().path("id").asText();
    String answer = "/api/v1/vendor/reviews/" + review + "/answer";
    Map<String, String> thanks = Map.of("answer", "Merci, nous y veillerons");

    Stand.open().seller().post(answer, thanks).expect(404);
    assertThat(waiting()).containsExactly(review);
    stand.seller().post(answer, Map.of("answer", " ")).expect(400);
    stand.seller().post(answer, thanks).expect(200);

    assertThat(stand.seller().post(answer, thanks).expect(409).problem())
        .isEqualTo("review-answered");
    assertThat(waiting()).isEmpty();
    assertThat(Shop.asGuest().get(page()).body()).contains("Merci, nous y veillerons");
  }

  @Test
  void whatIsReportedAndHiddenNoLongerCounts() {
    arrive();
    String review = rate(1, "Le potier s’appelle Untel").expect(200).json().path("id").asText();
    JsonNode notice = report(review);
    assertThat(notice.path("location").asText()).endsWith("#review-" + review);
    String hide = "/api/v1/operator/reviews/" + review + "/hide";

    stand.seller().post(hide, Map.of("reason", "Je n’aime pas")).expect(403);
    Shop.asOperator().post(hide, Map.of("reason", "")).expect(400);
    Shop.asOperator().post(hide, Map.of("reason", "Nomme une personne")).expect(200);

    JsonNode all = Shop.asGuest().get(reviewsOfListing()).expect(200).json();
    assertThat(all.path("items")).isEmpty();
    assertThat(all.at("/rating/reviews").asInt()).isZero();
    assertThat(rate(5, "Alors cinq").expect(409).problem()).isEqualTo("review-settled");
    Shop.asOperator().post("/api/v1/operator/reviews/" + review + "/show", Map.of()).expect(200);
    assertThat(Shop.asGuest().get(reviewsOfListing()).json().path("items")).hasSize(1);
  }

  private JsonNode report(String review) {
    JsonNode receipt =
        Shop.asGuest()
            .post(
                "/api/v1/notices",
                Map.of(
                    "reviewId",
                    review,
                    "category",
                    "privacy",
                    "explanation",
                    "It names a person who did not agree to be named here",
                    "name",
                    "Ana",
                    "email",
                    "ana@it.example",
                    "goodFaith",
                    true))
            .expect(201)
            .json();
    return Shop.asGuest()
        .get(
            "/api/v1/notices/"
                + receipt.path("number").asText()
                + "?accessKey="
                + receipt.path("accessKey").asText())
        .expect(200)
        .json();
  }

  private String offer() {
    return Shop.asGuest().get("/api/v1/listings/" + listing).json().at("/offers/0/id").asText();
  }

  private void arrive() {
    String path = "/api/v1/vendor/orders/" + order.at("/vendorOrders/0/number").asText();
    JsonNode parcel =
        stand
            .seller()
            .post(path + "/shipments", Map.of("carrier", "Colissimo", "trackingCode", "6A1"))
            .expect(201)
            .json();
    stand
        .seller()
        .post(path + "/shipments/" + parcel.path("id").asText() + "/delivered", Map.of())
        .expect(200);
  }

  private Answer rate(int stars, String text) {
    return Shop.asGuest().put(reviews() + "/" + line + key(), Map.of("stars", stars, "text", text));
  }

  private JsonNode reviewable() {
    return Shop.asGuest().get(reviews() + key()).expect(200).json().path("items");
  }

  private List<String> waiting() {
    return stand
        .seller()
        .get("/api/v1/vendor/reviews?unanswered=true")
        .expect(200)
        .json()
        .path("items")
        .findValuesAsText("id");
  }

  private static List<String> rated(Answer listings) {
    return listings.expect(200).json().path("items").findValuesAsText("average");
  }

  private String reviewsOfListing() {
    return "/api/v1/listings/" + listing + "/reviews";
  }

  private String reviews() {
    return "/api/v1/order-groups/" + order.path("number").asText() + "/reviews";
  }

  private String key() {
    return "?accessKey=" + order.path("accessKey").asText();
  }

  private String page() {
    return "/fr/p/bol-a-noter-" + listing;
  }
}
