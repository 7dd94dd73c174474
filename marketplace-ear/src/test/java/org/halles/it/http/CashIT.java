package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paid at the door, over the public contract and on the buyer's page. */
class CashIT {

  private static final String TERMS = "/api/v1/operator/cash-terms";
  private static final Shop OPERATOR = Shop.asOperator();

  private final Purchase purchase = Purchase.of(1);
  private final Shop vendor = Shop.asOwnerOf(purchase.view().at("/vendors/0/vendor/slug").asText());

  @BeforeEach
  void cashIsOffered() {
    OPERATOR
        .put(
            TERMS,
            Map.of(
                "offered",
                true,
                "countries",
                List.of("FR"),
                "limits",
                List.of(Map.of("minor", 500_000, "currency", "EUR"))))
        .expect(200);
    vendor.put("/api/v1/vendor/cash", Map.of("taken", true)).expect(200);
  }

  @AfterEach
  void cashIsNotOfferedAnyMore() {
    vendor.put("/api/v1/vendor/cash", Map.of("taken", false)).expect(200);
    OPERATOR
        .put(TERMS, Map.of("offered", false, "countries", List.of(), "limits", List.of()))
        .expect(200);
  }

  @Test
  void itIsPaidWhenItsVendorSaysSoAndGivenBackByHand() {
    JsonNode order = pay(purchase).expect(201).json();
    String part = order.at("/vendorOrders/0/number").asText();
    assertThat(order.path("status").asText()).isEqualTo("AUTHORISED");
    assertThat(order.at("/payments/0/gateway").asText()).isEqualTo("cash");
    assertThat(page(order)).contains("en espèces à la livraison");
    vendor
        .post(
            "/api/v1/vendor/orders/" + part + "/shipments",
            Map.of("carrier", "Colissimo", "trackingCode", "6A123"))
        .expect(201);
    assertThat(state(part)).isEqualTo("TO_COLLECT");

    vendor.post("/api/v1/vendor/orders/" + part + "/cash/received", Map.of()).expect(200);

    assertThat(purchase.order(order).path("status").asText()).isEqualTo("DELIVERED");
    assertThat(purchase.order(order).path("captured")).isEqualTo(order.at("/vendorOrders/0/total"));
    assertThat(state(part)).isEqualTo("RECEIVED");
    assertTheBooksHold();
  }

  @Test
  void whatIsRefusedAtTheDoorCostsNothing() {
    JsonNode order = pay(purchase).expect(201).json();
    String part = order.at("/vendorOrders/0/number").asText();
    vendor
        .post(
            "/api/v1/vendor/orders/" + part + "/shipments",
            Map.of("carrier", "Colissimo", "trackingCode", "6A124"))
        .expect(201);

    vendor
        .post("/api/v1/vendor/orders/" + part + "/cancel", Map.of("reason", "Refused at the door"))
        .expect(200);

    assertThat(purchase.order(order).path("status").asText()).isEqualTo("CANCELLED");
    assertThat(state(part)).isEqualTo("NOT_COLLECTED");
    assertThat(page(order)).contains("vous ne devez rien");
    assertTheBooksHold();
  }

  @Test
  void aCartOfSeveralVendorsIsToldWhyNot() {
    Purchase both = Purchase.of(2);
    both.view()
        .path("vendors")
        .forEach(
            one ->
                Shop.asOwnerOf(one.at("/vendor/slug").asText())
                    .put("/api/v1/vendor/cash", Map.of("taken", true))
                    .expect(200));

    assertThat(pay(both).expect(422).problem()).isEqualTo("cash-several-vendors");

    both.view()
        .path("vendors")
        .forEach(
            one ->
                Shop.asOwnerOf(one.at("/vendor/slug").asText())
                    .put("/api/v1/vendor/cash", Map.of("taken", false))
                    .expect(200));
  }

  private static Answer pay(Purchase purchase) {
    return purchase.pay("cash", "cash", purchase.buyer().withNewKey());
  }

  private String state(String part) {
    return vendor
        .get("/api/v1/vendor/orders/" + part + "/cash")
        .expect(200)
        .json()
        .path("state")
        .asText();
  }

  private String page(JsonNode order) {
    return purchase
        .buyer()
        .get(
            "/fr/orders/"
                + order.path("number").asText()
                + "?accessKey="
                + order.path("accessKey").asText())
        .expect(200)
        .body();
  }

  private static void assertTheBooksHold() {
    assertThat(
            OPERATOR.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean())
        .isTrue();
  }
}
