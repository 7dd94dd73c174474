package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** A buyer asks, vendors offer, the buyer accepts one and pays it like anything else. */
class RequestsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shop buyer = Newcomer.shop();
  private final Shop potter = Shop.asOwnerOf("poterie-du-layon");
  private final Shop dairy = Shop.asOwnerOf("caves-du-vercors");
  private final Shop operator = Shop.asOperator();
  private final String title = "Bols " + UUID.randomUUID();

  @Test
  void anAcceptedOfferIsBoughtOnceByItsBuyerAndByNobodyElse() {
    String id = ask();
    assertThat(ids(potter.get("/api/v1/vendor/requests?show=FOR_US&limit=100"))).contains(id);
    JsonNode offered = offer(potter, id, 84_000, 3_500).expect(200).json();
    assertThat(offered.path("bid").path("status").asText()).isEqualTo("OPEN");
    assertThat(ids(potter.get("/api/v1/vendor/requests?show=FOR_US&limit=100"))).doesNotContain(id);
    offer(potter, id, 80_000, 3_500).expect(200);
    offer(potter, id, 80_000, 3_500).expect(200);
    JsonNode bid = bids(id).get(0);
    assertThat(bid.path("revision").asInt()).isEqualTo(2);

    assertThat(accept(id, bid, 1).expect(409).problem()).isEqualTo("bid-changed");
    String offer = accept(id, bid, 2).expect(200).json().path("offerId").asText();
    assertThat(accept(id, bid, 2).expect(200).json().path("offerId").asText()).isEqualTo(offer);
    assertThat(offer(potter, id, 70_000, 0).expect(409).problem()).isEqualTo("bid-accepted");

    assertThat(addTo(Purchase.of(0), offer).status()).isEqualTo(404);
    assertThat(addTo(Purchase.of(Newcomer.shop(), 0), offer).status()).isEqualTo(404);
    Purchase purchase = Purchase.of(buyer, 0);
    JsonNode cart = addTo(purchase, offer).expect(200).json();
    assertThat(cart.path("totals").path("items").path("minor").asLong()).isEqualTo(80_000);
    assertThat(cart.path("totals").path("shipping").path("minor").asLong()).isEqualTo(3_500);

    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("total").path("minor").asLong()).isEqualTo(83_500);
    JsonNode bought = await(id, "BOUGHT");
    assertThat(bought.path("orderNumber").asText()).isEqualTo(order.path("number").asText());
    assertThat(addTo(Purchase.of(buyer, 0), offer).status()).isEqualTo(404);
    JsonNode line = cart.path("vendors").get(0).path("lines").get(0);
    Shop.asGuest().get("/api/v1/listings/" + line.path("listingId").asText()).expect(404);
    assertThat(booksBalance()).isTrue();
  }

  @Test
  void ofTwoOffersAcceptedAtOnceOneIsAgreed() throws Exception {
    String id = ask();
    offer(potter, id, 5_000, 0).expect(200);
    offer(dairy, id, 6_000, 0).expect(200);
    JsonNode bids = bids(id);

    ExecutorService tabs = Executors.newFixedThreadPool(2);
    try {
      List<Future<Answer>> answers =
          List.of(
              tabs.submit(() -> accept(id, bids.get(0), 1)),
              tabs.submit(() -> accept(id, bids.get(1), 1)));

      assertThat(List.of(answers.get(0).get().status(), answers.get(1).get().status()))
          .containsExactlyInAnyOrder(200, 409);
    } finally {
      tabs.shutdown();
    }
    assertThat(bids(id))
        .filteredOn(bid -> bid.path("status").asText().equals("ACCEPTED"))
        .hasSize(1);
  }

  @Test
  void whatWasAgreedIsNotForSaleOnceTheRequestIsClosed() {
    String id = ask();
    offer(potter, id, 5_000, 0).expect(200);
    String offer = accept(id, bids(id).get(0), 1).expect(200).json().path("offerId").asText();
    Purchase purchase = Purchase.of(buyer, 0);
    addTo(purchase, offer).expect(200);

    buyer.post("/api/v1/own-requests/" + id + "/close", Map.of()).expect(200);

    assertThat(purchase.pay("approved").expect(409).problem()).isEqualTo("quote-changed");
    assertThat(status(id)).isEqualTo("CLOSED");
    assertThat(offer(potter, id, 5_000, 0).expect(409).problem()).isEqualTo("request-not-open");
  }

  @Test
  void buyerAndVendorAskEachOtherAndNobodyElseReadsIt() {
    String id = ask();
    potter
        .post(
            "/api/v1/vendor/requests/" + id + "/messages",
            Map.of("text", "Which blue? My card is 4111 1111 1111 1111."))
        .expect(200);
    JsonNode asked =
        buyer.get("/api/v1/own-requests/" + id).expect(200).json().path("messages").get(0);
    assertThat(asked.path("body").asText()).contains("•••• 1111").doesNotContain("4111 1111");
    String vendor = asked.path("vendorId").asText();
    Map<String, String> answer = Map.of("vendorId", vendor, "text", "The sea in March.");
    buyer.post("/api/v1/own-requests/" + id + "/messages", answer).expect(200);

    assertThat(messages(potter, id)).isEqualTo(2);
    assertThat(messages(dairy, id)).isZero();
    Newcomer.shop().get("/api/v1/own-requests/" + id).expect(404);
  }

  @Test
  void anOperatorTakesDownWhatMustNotBeAsked() {
    String id = ask();
    offer(potter, id, 5_000, 0).expect(200);
    String path = "/api/v1/operator/requests/" + id + "/take-down";
    assertThat(operator.post(path, Map.of()).expect(400).violatedFields()).contains("reason");

    operator.post(path, Map.of("reason", "Not on this market.")).expect(200);

    Shop.asGuest().get("/api/v1/requests/" + id).expect(404);
    JsonNode own = buyer.get("/api/v1/own-requests/" + id).expect(200).json();
    assertThat(own.path("reason").asText()).isEqualTo("Not on this market.");
    assertThat(own.path("bids").get(0).path("status").asText()).isEqualTo("DECLINED");
    operator.post(path, Map.of("reason", "Again.")).expect(409);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnceAndFiveOpenRequestsAreEnough() {
    Map<String, Object> wrong =
        Map.of(
            "kind", "digital",
            "title", " ",
            "category", "nowhere",
            "quantity", 0,
            "wantedBy", "2001-01-01",
            "country", "Atlantis",
            "openDays", 365,
            "images", List.of("nothing"));
    assertThat(buyer.post("/api/v1/requests", wrong).expect(400).violatedFields())
        .contains(
            "kind",
            "title",
            "description",
            "category",
            "quantity",
            "wantedBy",
            "country",
            "openDays",
            "images");
    String id = ask();
    assertThat(
            potter
                .put(
                    "/api/v1/vendor/requests/" + id + "/bid",
                    Map.of("price", Map.of("minor", 10, "currency", "USD")))
                .expect(400)
                .violatedFields())
        .contains("price", "deliveryDays", "validUntil");
    for (int more = 1; more < 5; more++) {
      ask();
    }
    assertThat(buyer.post("/api/v1/requests", wanted()).expect(422).problem())
        .isEqualTo("too-many-requests-open");
  }

  @Test
  void theListIsSearchedAndNarrowedToABranchOfCategories() {
    String id = ask();
    String words = title.replace("Bols ", "");

    assertThat(ids(Shop.asGuest().get("/api/v1/requests?q=" + words))).containsExactly(id);
    assertThat(ids(Shop.asGuest().get("/api/v1/requests?category=maison&q=" + words)))
        .containsExactly(id);
    assertThat(ids(Shop.asGuest().get("/api/v1/requests?category=velos&q=" + words))).isEmpty();
    Shop.asGuest().get("/api/v1/requests?category=nowhere").expect(404);
  }

  private String ask() {
    return buyer.post("/api/v1/requests", wanted()).expect(201).json().path("id").asText();
  }

  private Map<String, Object> wanted() {
    return Map.of(
        "kind", "goods",
        "title", title,
        "description", "Stoneware, all of one family, some blue.",
        "category", "bols-assiettes",
        "quantity", 60,
        "budget", Map.of("minor", 90_000, "currency", "EUR"),
        "country", "FR",
        "city", "Lyon");
  }

  private static Answer offer(Shop vendor, String id, long price, long shipping) {
    return vendor.put(
        "/api/v1/vendor/requests/" + id + "/bid",
        Map.of(
            "price", Map.of("minor", price, "currency", "EUR"),
            "shipping", Map.of("minor", shipping, "currency", "EUR"),
            "deliveryDays", 20,
            "message", "In three firings.",
            "validUntil", LocalDate.now().plusDays(10).toString()));
  }

  private JsonNode bids(String id) {
    return buyer.get("/api/v1/own-requests/" + id).expect(200).json().path("bids");
  }

  private Answer accept(String id, JsonNode bid, int revision) {
    return buyer.post(
        "/api/v1/own-requests/" + id + "/bids/" + bid.path("id").asText() + "/accept",
        Map.of("revision", revision));
  }

  private static Answer addTo(Purchase purchase, String offer) {
    return purchase
        .buyer()
        .post(
            "/api/v1/carts/" + purchase.cart() + "/lines", Map.of("offerId", offer, "quantity", 1));
  }

  private String status(String id) {
    return own(id).path("request").path("status").asText();
  }

  private JsonNode own(String id) {
    return buyer.get("/api/v1/own-requests/" + id).expect(200).json();
  }

  /** It is told by an event, after the payment. */
  private JsonNode await(String id, String status) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode own = own(id);
      if (own.path("request").path("status").asText().equals(status)) {
        return own;
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("request " + id + " is " + status(id) + ", not " + status);
  }

  private static int messages(Shop vendor, String id) {
    return vendor.get("/api/v1/vendor/requests/" + id).expect(200).json().path("messages").size();
  }

  private static List<String> ids(Answer answer) {
    return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
        .map(one -> one.path("id").asText())
        .toList();
  }

  private boolean booksBalance() {
    return operator.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean();
  }
}
