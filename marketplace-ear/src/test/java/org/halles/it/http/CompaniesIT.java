package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Companies see and pay what vendors ask of companies, and their invoices name them. */
class CompaniesIT {

  private static final Map<String, Object> COMPANY =
      Map.of(
          "name", "Cantine des Quais SAS",
          "vatId", "FR 40 303 265 045",
          "line1", "4 quai des Brumes",
          "postalCode", "69002",
          "city", "Lyon",
          "country", "FR");

  private final Shop buyer = Newcomer.shop();
  private final Shop vendor = stall();
  private final String listing = sell();
  private final String offer = offerOf(listing);

  @Test
  void aCompanyPaysItsPriceAndItsInvoiceNamesIt() {
    price(8_00, List.of(Map.of("from", 10, "price", Map.of("minor", 600, "currency", "EUR"))));
    assertThat(unitPrice(added(buyer, 1))).isEqualTo(1_000);

    JsonNode company = buyer.put("/api/v1/company", COMPANY).expect(200).json();
    assertThat(company.path("vatId").asText()).isEqualTo("FR40303265045");

    assertThat(unitPrice(added(buyer, 1))).isEqualTo(800);
    Purchase purchase = Purchase.of(buyer, 0);
    assertThat(unitPrice(add(purchase, 10).expect(200).json())).isEqualTo(600);
    JsonNode steps =
        buyer
            .get("/api/v1/company/prices/" + listing)
            .expect(200)
            .json()
            .path("items")
            .get(0)
            .path("steps");
    assertThat(steps.get(0).path("gross").path("minor").asLong()).isEqualTo(800);
    assertThat(steps.get(0).path("net").path("minor").asLong()).isEqualTo(667);

    purchase
        .buyer()
        .put(
            "/api/v1/carts/" + purchase.cart() + "/purchase-order",
            Map.of("purchaseOrder", "BC-2026-041"))
        .expect(200);
    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("totals").path("total").path("minor").asLong()).isEqualTo(6_400);
    JsonNode line = order.path("vendorOrders").get(0).path("lines").get(0);
    assertThat(line.path("unitPrice").path("minor").asLong()).isEqualTo(600);
    assertThat(line.path("tax").path("minor").asLong()).isEqualTo(1_000);
    String party = "/api/v1/order-groups/" + order.path("number").asText() + "/company";
    String key = "?accessKey=" + order.path("accessKey").asText();
    buyer.put("/api/v1/company", renamed()).expect(200);
    JsonNode invoiced = Shop.asGuest().get(party + key).expect(200).json();
    assertThat(invoiced.path("company").path("name").asText()).isEqualTo("Cantine des Quais SAS");
    assertThat(invoiced.path("purchaseOrder").asText()).isEqualTo("BC-2026-041");
    assertThat(invoiced.path("companyPriced").get(0).asText()).isEqualTo("CO-1");
    Shop.asGuest().get(party).expect(404);
    Newcomer.shop().get(party).expect(404);
    String part = order.path("vendorOrders").get(0).path("number").asText();
    assertThat(
            vendor
                .get("/api/v1/vendor/orders/" + part + "/company")
                .expect(200)
                .json()
                .path("company")
                .path("vatId")
                .asText())
        .isEqualTo("FR40303265045");
    Shop.asOwnerOf("papier-mimosa").get("/api/v1/vendor/orders/" + part + "/company").expect(404);
  }

  @Test
  void nobodyElseOrdersWithTheCartOfACompany() {
    price(8_00, List.of());
    buyer.put("/api/v1/company", COMPANY).expect(200);
    Purchase purchase = Purchase.of(buyer, 0);
    assertThat(unitPrice(add(purchase, 1).expect(200).json())).isEqualTo(800);
    Shop other = Newcomer.shop();
    String cart = "/api/v1/carts/" + purchase.cart();

    assertThat(unitPrice(Shop.asGuest().get(cart).expect(200).json())).isEqualTo(1_000);
    assertThat(unitPrice(other.get(cart).expect(200).json())).isEqualTo(1_000);
    assertThat(other.withNewKey().post("/api/v1/checkouts", paying(purchase)).expect(422).problem())
        .isEqualTo("cart-of-another");
    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("totals").path("total").path("minor").asLong()).isEqualTo(1_200);
  }

  @Test
  void aGuestsCartIsPricedForWhoeverOrdersIt() {
    price(8_00, List.of());
    vendor
        .put(
            "/api/v1/vendor/company-prices/offers/" + offer,
            Map.of("price", Map.of("minor", 800, "currency", "EUR"), "least", 12, "packSize", 6))
        .expect(200);
    Purchase purchase = Purchase.of(0);
    assertThat(unitPrice(add(purchase, 1).expect(200).json())).isEqualTo(1_000);

    buyer.put("/api/v1/company", COMPANY).expect(200);
    assertThat(buyer.withNewKey().post("/api/v1/checkouts", paying(purchase)).expect(409).problem())
        .isEqualTo("quote-changed");
    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("totals").path("total").path("minor").asLong()).isEqualTo(1_400);
    Shop.asGuest()
        .get(
            "/api/v1/order-groups/"
                + order.path("number").asText()
                + "/company?accessKey="
                + order.path("accessKey").asText())
        .expect(404);
  }

  private static Map<String, Object> paying(Purchase purchase) {
    return Map.of(
        "cartId", purchase.cart(), "payment", Map.of("gateway", "sandbox", "token", "approved"));
  }

  @Test
  void companiesBuyWholePacksAndTheOthersWhatTheyLike() {
    vendor
        .put("/api/v1/vendor/company-prices/offers/" + offer, Map.of("least", 12, "packSize", 6))
        .expect(200);

    add(Purchase.of(0), 1).expect(200);
    buyer.put("/api/v1/company", COMPANY).expect(200);
    assertThat(add(Purchase.of(buyer, 0), 8).expect(422).problem()).isEqualTo("order-quantity");
    JsonNode cart = add(Purchase.of(buyer, 0), 18).expect(200).json();
    assertThat(cart.path("vendors").get(0).path("lines").get(0).path("packs").path("size").asInt())
        .isEqualTo(6);
  }

  @Test
  void aPriceThatChangedSinceIsShownAgainBeforeThePayment() {
    price(8_00, List.of());
    buyer.put("/api/v1/company", COMPANY).expect(200);
    Purchase purchase = Purchase.of(buyer, 0);
    JsonNode cart = add(purchase, 1).expect(200).json();
    buyer.delete("/api/v1/company").expect(204);

    JsonNode again = purchase.view();
    assertThat(unitPrice(again)).isEqualTo(1_000);
    assertThat(again.path("notices").get(0).path("code").asText()).isEqualTo("price");
    Map<String, Object> expecting =
        Map.of(
            "cartId", purchase.cart(),
            "expectedTotal", cart.path("totals").path("total"),
            "payment", Map.of("gateway", "sandbox", "token", "approved"));
    assertThat(buyer.withNewKey().post("/api/v1/checkouts", expecting).expect(409).problem())
        .isEqualTo("quote-changed");
  }

  @Test
  void whatIsForCompaniesOnlyIsSoldToNobodyElse() {
    String audience = "/api/v1/vendor/company-prices/listings/" + listing;
    vendor.put(audience, Map.of("companiesOnly", true)).expect(204);
    assertThat(
            Shop.asGuest()
                .get("/api/v1/listings/" + listing)
                .expect(200)
                .json()
                .path("companiesOnly")
                .asBoolean())
        .isTrue();

    assertThat(add(Purchase.of(0), 1).expect(422).problem()).isEqualTo("companies-only");
    assertThat(add(Purchase.of(buyer, 0), 1).expect(422).problem()).isEqualTo("companies-only");
    buyer.put("/api/v1/company", COMPANY).expect(200);
    Purchase purchase = Purchase.of(buyer, 0);
    add(purchase, 1).expect(200);
    buyer.delete("/api/v1/company").expect(204);
    assertThat(purchase.pay("approved").expect(409).problem()).isEqualTo("quote-changed");
  }

  @Test
  void everythingThatIsWrongWithACompanyOrAPriceIsSaidAtOnce() {
    assertThat(
            buyer
                .put("/api/v1/company", Map.of("vatId", "FR00000000000", "country", "FR"))
                .expect(400)
                .violatedFields())
        .contains("name", "vatId", "line1", "postalCode", "city");
    assertThat(
            buyer
                .put("/api/v1/company", Map.of("vatId", "1234", "country", "JP"))
                .expect(400)
                .violatedFields())
        .contains("country");
    buyer.get("/api/v1/company").expect(404);
    assertThat(
            vendor
                .put(
                    "/api/v1/vendor/company-prices/offers/" + offer,
                    Map.of(
                        "price",
                        Map.of("minor", 500, "currency", "USD"),
                        "priceBreaks",
                        List.of(Map.of("from", 1, "price", Map.of("minor", 1, "currency", "EUR"))),
                        "least",
                        10,
                        "packSize",
                        4))
                .expect(400)
                .violatedFields())
        .contains("price.currency", "priceBreaks[0].from", "least");
    Shop.asOwnerOf("papier-mimosa")
        .put("/api/v1/vendor/company-prices/offers/" + offer, Map.of())
        .expect(404);
  }

  private static Map<String, Object> renamed() {
    Map<String, Object> other = new HashMap<>(COMPANY);
    other.put("name", "Autre nom");
    return other;
  }

  private void price(long minor, List<Map<String, Object>> breaks) {
    vendor
        .put(
            "/api/v1/vendor/company-prices/offers/" + offer,
            Map.of("price", Map.of("minor", minor, "currency", "EUR"), "priceBreaks", breaks))
        .expect(200);
  }

  private JsonNode added(Shop who, int quantity) {
    return add(Purchase.of(who, 0), quantity).expect(200).json();
  }

  private Answer add(Purchase purchase, int quantity) {
    return purchase
        .buyer()
        .post(
            "/api/v1/carts/" + purchase.cart() + "/lines",
            Map.of("offerId", offer, "quantity", quantity));
  }

  private static long unitPrice(JsonNode cart) {
    return cart.path("vendors")
        .get(0)
        .path("lines")
        .get(0)
        .path("unitPrice")
        .path("minor")
        .asLong();
  }

  private static Shop stall() {
    String slug = "it-co-" + UUID.randomUUID().toString().substring(0, 8);
    JsonNode made =
        Shop.asOperator()
            .post(
                "/api/v1/operator/vendors",
                Map.of(
                    "name",
                    slug,
                    "slug",
                    slug,
                    "country",
                    "FR",
                    "kind",
                    "professional",
                    "ownerEmail",
                    slug + "@it.example"))
            .expect(201)
            .json();
    Shop key = Shop.asGuest().withToken(made.path("apiKey").asText());
    key.put(
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
                        1,
                        "maxDays",
                        3,
                        "countries",
                        List.of()))))
        .expect(200);
    return Shop.asOperator().with("X-Vendor", slug);
  }

  private String sell() {
    String made =
        vendor
            .post(
                "/api/v1/vendor/listings",
                Map.of(
                    "kind", "goods",
                    "title", Map.of("fr", "Caisse", "en", "Crate"),
                    "description", Map.of("fr", "Solide.", "en", "Sturdy."),
                    "categoryId", "emballage",
                    "variants",
                        List.of(
                            Map.of(
                                "sku",
                                "CO-1",
                                "price",
                                Map.of("minor", 1_000, "currency", "EUR"),
                                "stock",
                                100))))
            .expect(201)
            .json()
            .path("id")
            .asText();
    vendor.post("/api/v1/vendor/listings/" + made + "/submit", Map.of()).expect(200);
    return made;
  }

  private static String offerOf(String listing) {
    return Shop.asGuest()
        .get("/api/v1/listings/" + listing)
        .expect(200)
        .json()
        .path("offers")
        .get(0)
        .path("id")
        .asText();
  }
}
