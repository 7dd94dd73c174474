package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Files and services, and prices by quantity, from the vendor to the buyer, by programs only. */
class SoldWithoutParcelIT {

  private static final String FILE = "%PDF-1.4 made for a test";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shop guest = Shop.asGuest();

  @Test
  void aFileIsHandedInBoughtDownloadedAsOftenAsAgreedAndTheVendorSeesIt() {
    Shop vendor = Shop.asOwnerOf("lumiere-lente");
    String offer = offerOf("lumiere-lente", "LLE-PORTF");
    String files = "/api/v1/vendor/files/" + offer;
    vendor.raw("PUT", files + "?name=Gabarit.pdf", "application/octet-stream", FILE).expect(200);
    vendor.patch(files, Map.of("mostDownloads", 1, "days", 30)).expect(200);

    JsonNode order = buy(offer, true);
    JsonNode file = downloads(order).get(0);
    Answer first = guest.raw("POST", file.path("href").asText(), "application/json", "");
    Answer second = guest.raw("POST", file.path("href").asText(), "application/json", "");

    assertThat(first.expect(200).body()).isEqualTo(FILE);
    assertThat(first.header("Content-Disposition").orElse("")).contains("Gabarit.pdf");
    assertThat(second.expect(422).problem()).isEqualTo("download-used-up");
    String mine = order.path("vendorOrders").get(0).path("number").asText();
    JsonNode seen = vendor.get("/api/v1/vendor/orders/" + mine + "/downloads").expect(200).json();
    assertThat(seen.path("items").get(0).path("used").asInt()).isEqualTo(1);
    assertThat(seen.path("items").get(0).path("href").isNull()).isTrue();
    assertThat(deliveredInTime(order)).isTrue();
  }

  @Test
  void whoKeepsTheRightOfWithdrawalWaitsForTheFile() {
    JsonNode file = downloads(buy(offerOf("lumiere-lente", "LLE-GUIDE"), false)).get(0);

    assertThat(file.path("state").asText()).isEqualTo("NOT_YET");
    assertThat(
            guest
                .raw("POST", file.path("href").asText(), "application/json", "")
                .expect(422)
                .problem())
        .isEqualTo("download-not-yet");
  }

  @Test
  void whatItsVendorGivesAwayIsOrderedWithoutAnyGateway() {
    Shop vendor = Shop.asOwnerOf("lumiere-lente");
    String code = "IT-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    Map<String, Object> gift =
        Map.of(
            "code", code, "title", Map.of("fr", "Offert", "en", "A gift"), "basisPoints", 10_000);
    vendor.post("/api/v1/vendor/promotions", gift).expect(201);
    String cart = cartWith(offerOf("lumiere-lente", "LLE-GUIDE"), 1);
    JsonNode totals =
        guest
            .post("/api/v1/carts/" + cart + "/coupons", Map.of("code", code))
            .expect(200)
            .json()
            .path("totals");
    assertThat(totals.path("total").path("minor").asLong()).isZero();

    JsonNode order =
        guest
            .withNewKey()
            .post("/api/v1/checkouts", Map.of("cartId", cart, "downloadAtOnce", true))
            .expect(201)
            .json();

    assertThat(order.path("status").asText()).isEqualTo("PAID");
    assertThat(order.path("payments")).isEmpty();
    assertThat(downloads(order).get(0).path("state").asText()).isEqualTo("OPEN");
  }

  @Test
  void aServiceIsWishedForAndMarkedAsDone() {
    String cart = cartWith(offerOf("etabli-de-samir", "SAM-GP"), 1);
    String line = lineOf(cart).path("id").asText();
    guest
        .put("/api/v1/carts/" + cart + "/lines/" + line + "/wish", Map.of("note", "Le soir"))
        .expect(200);
    guest
        .put("/api/v1/carts/" + cart + "/lines/" + line + "/wish", Map.of("on", "1999-01-01"))
        .expect(400);
    String number = pay(cart, false).path("vendorOrders").get(0).path("number").asText();
    Shop mender = Shop.asOwnerOf("etabli-de-samir");
    String order = "/api/v1/vendor/orders/" + number;

    assertThat(
            mender.get(order).expect(200).json().path("order").path("lines").get(0).path("service"))
        .hasToString("{\"wishedOn\":null,\"note\":\"Le soir\",\"performedOn\":null}");
    JsonNode done =
        mender.post(order + "/performed", Map.of("lines", List.of())).expect(200).json();
    assertThat(done.path("order").path("status").asText()).isEqualTo("DELIVERED");
    mender.post(order + "/performed", Map.of("lines", List.of())).expect(409);
  }

  @Test
  void manyPiecesCostLessEachUpToTheOrder() {
    String offer = offerOf("cartonnerie-veyron", "VEY-CS-300");
    JsonNode line = lineOf(cartWith(offer, 4));

    long single = line.path("priceBreaks").get(0).path("price").path("minor").asLong();
    assertThat(line.path("unitPrice").path("minor").asLong()).isEqualTo(single);
    assertThat(line.path("total").path("minor").asLong()).isEqualTo(4 * single);
  }

  private String offerOf(String vendor, String sku) {
    JsonNode listings =
        guest.get("/api/v1/listings?vendor=" + vendor + "&limit=100").expect(200).json();
    for (JsonNode listing : listings.path("items")) {
      JsonNode page =
          guest.get("/api/v1/listings/" + listing.path("id").asText()).expect(200).json();
      for (JsonNode offer : page.path("offers")) {
        if (offer.path("sku").asText().equals(sku)) {
          return offer.path("id").asText();
        }
      }
    }
    throw new AssertionError(vendor + " does not sell " + sku);
  }

  private String cartWith(String offer, int quantity) {
    String cart =
        guest
            .post("/api/v1/carts", Map.of("currency", "EUR"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    guest
        .post("/api/v1/carts/" + cart + "/lines", Map.of("offerId", offer, "quantity", quantity))
        .expect(200);
    guest
        .put(
            "/api/v1/carts/" + cart + "/delivery",
            Map.of(
                "email",
                "it@halles.example",
                "name",
                "Ana",
                "address",
                Map.of(
                    "line1",
                    "1 rue Haute",
                    "postalCode",
                    "75001",
                    "city",
                    "Paris",
                    "country",
                    "FR")))
        .expect(200);
    return cart;
  }

  private JsonNode lineOf(String cart) {
    JsonNode view = guest.get("/api/v1/carts/" + cart).expect(200).json();
    return view.path("vendors").get(0).path("lines").get(0);
  }

  private JsonNode buy(String offer, boolean atOnce) {
    return pay(cartWith(offer, 1), atOnce);
  }

  private JsonNode pay(String cart, boolean atOnce) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("cartId", cart);
    body.put("payment", Map.of("gateway", "sandbox", "token", "approved"));
    body.put("downloadAtOnce", atOnce);
    return guest.withNewKey().post("/api/v1/checkouts", body).expect(201).json();
  }

  private JsonNode downloads(JsonNode order) {
    return guest
        .get("/api/v1/downloads?order=" + keyed(order, "&"))
        .expect(200)
        .json()
        .path("items");
  }

  private boolean deliveredInTime(JsonNode order) {
    Instant end = Instant.now().plus(PATIENCE);
    String path = "/api/v1/order-groups/" + keyed(order, "?");
    while (Instant.now().isBefore(end)) {
      if (guest.get(path).expect(200).json().path("status").asText().equals("DELIVERED")) {
        return true;
      }
    }
    return false;
  }

  private static String keyed(JsonNode order, String sign) {
    return order.path("number").asText() + sign + "accessKey=" + order.path("accessKey").asText();
  }
}
