package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a program expects that has read nothing but the contract. */
class ReadChangeSendBackIT {

  private static final String SLUG = "it-" + UUID.randomUUID().toString().substring(0, 8);
  private static Shop vendor;
  private static JsonNode listing;

  @BeforeAll
  static void oneStall() {
    Shop operator = Shop.asOperator();
    JsonNode made =
        operator
            .post(
                "/api/v1/operator/vendors",
                Map.of(
                    "name", "Aller-retour",
                    "slug", SLUG,
                    "country", "FR",
                    "kind", "professional",
                    "ownerEmail", SLUG + "@it.example"))
            .expect(201)
            .json();
    operator
        .post(
            "/api/v1/operator/vendors/" + made.path("id").asText() + "/trust",
            Map.of("reason", "known"))
        .expect(200);
    vendor = Shop.asGuest().withToken(made.path("apiKey").asText());
    vendor.put("/api/v1/vendor/shipping", Map.of("methods", List.of(parcel()))).expect(200);
    listing = vendor.post("/api/v1/vendor/listings", lamp()).expect(201).json();
    vendor.post(path() + "/submit", Map.of()).expect(200);
  }

  private static Map<String, Object> parcel() {
    return Map.of(
        "label",
        "Colis",
        "mode",
        "flat",
        "price",
        Map.of("minor", 500, "currency", "EUR"),
        "minDays",
        2,
        "maxDays",
        4,
        "countries",
        List.of("FR"));
  }

  private static Map<String, Object> lamp() {
    Map<String, Object> variant =
        Map.of(
            "sku",
            SLUG,
            "options",
            Map.of(),
            "price",
            Map.of("minor", 1000, "currency", "EUR"),
            "stock",
            50,
            "condition",
            "new",
            "leadTimeDays",
            1);
    return Map.of(
        "kind",
        "goods",
        "title",
        Map.of("fr", "Lampe " + SLUG, "en", "Lamp " + SLUG),
        "description",
        "Une lampe.",
        "categoryId",
        "maison",
        "attributes",
        Map.of(),
        "variants",
        List.of(variant));
  }

  private static String path() {
    return "/api/v1/vendor/listings/" + listing.path("id").asText();
  }

  private static String offer() {
    return listing.path("variants").get(0).path("id").asText();
  }

  @Test
  void aListingIsReadChangedAndSentBack() {
    var read = vendor.get(path()).expect(200);
    ObjectNode changed = (ObjectNode) read.json();
    changed.putObject("title").put("fr", "Lampe de nuit").put("en", "Night lamp");
    changed.put("status", "ARCHIVED");

    JsonNode after =
        vendor
            .with("If-Match", read.header("ETag").orElseThrow())
            .put(path(), changed)
            .expect(200)
            .json();

    assertThat(after.path("title").path("en").asText()).isEqualTo("Night lamp");
    assertThat(after.path("status").asText()).as("nobody edits it").isEqualTo("LIVE");
    vendor.with("If-Match", read.header("ETag").orElseThrow()).put(path(), changed).expect(412);
  }

  @Test
  void aStorefrontAndItsShippingAreReadAndSentBack() {
    JsonNode storefront = vendor.get("/api/v1/vendor/storefront").expect(200).json();
    JsonNode shipping = vendor.get("/api/v1/vendor/shipping").expect(200).json();

    JsonNode after = vendor.put("/api/v1/vendor/storefront", storefront).expect(200).json();
    JsonNode shipped = vendor.put("/api/v1/vendor/shipping", shipping).expect(200).json();

    assertThat(after).isEqualTo(storefront);
    assertThat(shipped.path("methods").get(0).path("label").asText()).isEqualTo("Colis");
  }

  @Test
  void whatNoAnswerHoldsIsStillRefused() {
    ObjectNode read = (ObjectNode) vendor.get(path()).expect(200).json();
    read.put("commission", 0);

    assertThat(vendor.put(path(), read).expect(400).violatedFields()).containsExactly("commission");
  }

  @Test
  void aPriceThatMovedSinceTheBuyerTookItIsAskedAbout() {
    Shop guest = Shop.asGuest();
    String cart = cart(guest);
    vendor
        .patch(
            "/api/v1/vendor/offers/" + offer(),
            Map.of("price", Map.of("minor", 1200, "currency", "EUR")))
        .expect(200);

    var refused = guest.withNewKey().post("/api/v1/checkouts", payment(cart, null)).expect(409);

    assertThat(refused.problem()).isEqualTo("quote-changed");
    JsonNode change = refused.json().path("changes").get(0);
    assertThat(change.path("field").asText()).isEqualTo("price");
    assertThat(change.path("old").path("minor").asLong()).isEqualTo(1000);
    assertThat(change.path("new").path("minor").asLong()).isEqualTo(1200);
    guest.withNewKey().post("/api/v1/checkouts", payment(cart, 1700L)).expect(201);
    vendor
        .patch(
            "/api/v1/vendor/offers/" + offer(),
            Map.of("price", Map.of("minor", 1000, "currency", "EUR")))
        .expect(200);
  }

  private static String cart(Shop guest) {
    String cart =
        guest
            .post("/api/v1/carts", Map.of("currency", "EUR"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    guest
        .post("/api/v1/carts/" + cart + "/lines", Map.of("offerId", offer(), "quantity", 1))
        .expect(200);
    guest.put("/api/v1/carts/" + cart + "/delivery", Purchase.ADDRESS).expect(200);
    return cart;
  }

  private static Map<String, Object> payment(String cart, Long expected) {
    Map<String, Object> card = Map.of("gateway", "sandbox", "token", "approved");
    return expected == null
        ? Map.of("cartId", cart, "payment", card)
        : Map.of(
            "cartId",
            cart,
            "payment",
            card,
            "expectedTotal",
            Map.of("minor", expected, "currency", "EUR"));
  }

  @Test
  void aVendorFindsItsOrderInTheWordsOfTheOrderGroup() {
    Shop guest = Shop.asGuest();
    JsonNode group =
        guest.withNewKey().post("/api/v1/checkouts", payment(cart(guest), null)).expect(201).json();
    JsonNode part = group.path("vendorOrders").get(0);

    JsonNode own =
        vendor.get("/api/v1/vendor/orders/" + part.path("number").asText()).expect(200).json();

    for (String member : List.of("number", "status", "vendor", "lines", "shipping", "total")) {
      assertThat(own.path(member)).as(member).isEqualTo(part.path(member));
    }
  }

  @Test
  void theGatewaysJournalIsWalkedPageByPage() {
    Shop operator = Shop.asOperator();
    String journal = "/api/v1/operator/gateways/sandbox/transactions?limit=5";
    JsonNode first = operator.get(journal).expect(200).json();
    var second = operator.get(journal + "&cursor=" + first.path("next").asText()).expect(200);

    Set<String> references = new HashSet<>();
    first.path("items").forEach(line -> references.add(line.path("reference").asText()));
    second.json().path("items").forEach(line -> references.add(line.path("reference").asText()));

    assertThat(references).as("no line comes twice").hasSize(10);
    assertThat(second.header("Link").orElse("")).contains("rel=\"next\"");
    operator.get(journal + "&cursor=AAAA").expect(400);
  }
}
