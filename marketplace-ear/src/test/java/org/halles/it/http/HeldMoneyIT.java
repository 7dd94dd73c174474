package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stalls whose money is taken when the first parcel leaves, over the public contract. */
class HeldMoneyIT {

  private static final Shop OPERATOR = Shop.asOperator();

  private final Purchase purchase = Purchase.of(2);

  @BeforeEach
  void moneyIsTakenWhenTheFirstParcelLeaves() {
    for (JsonNode stall : purchase.view().path("vendors")) {
      OPERATOR.put(moment(stall), Map.of("moment", "SHIPMENT")).expect(200);
    }
  }

  @AfterEach
  void moneyIsTakenAtCheckoutAgain() {
    for (JsonNode stall : purchase.view().path("vendors")) {
      OPERATOR.delete(moment(stall));
    }
  }

  @Test
  void whatIsWithdrawnBeforeTheFirstParcelIsNeverTaken() {
    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(order.path("status").asText()).isEqualTo("AUTHORISED");
    JsonNode kept = order.path("vendorOrders").path(0);
    JsonNode given = order.path("vendorOrders").path(1);
    assertThat(page(order))
        .contains("id=\"withdraw-" + given.path("number").asText() + "\"")
        .contains("id=\"messages-" + given.path("number").asText() + "\"")
        .doesNotContain("id=\"disputes-");

    purchase
        .buyer()
        .post(
            orderPath(order, "/withdrawals"),
            Map.of(
                "vendorOrder",
                given.path("number").asText(),
                "name",
                "Léa Marchal",
                "lines",
                List.of(Map.of("line", given.at("/lines/0/id").asText(), "quantity", 1))))
        .expect(201);
    assertThat(page(order)).contains("id=\"never-taken\"");
    Shop.asOwnerOf(kept.path("vendor").path("slug").asText())
        .post(
            "/api/v1/vendor/orders/" + kept.path("number").asText() + "/shipments",
            Map.of("carrier", "Colissimo", "trackingCode", "6A123"))
        .expect(201);

    JsonNode after = purchase.order(order);
    assertThat(after.path("captured")).isEqualTo(kept.path("total"));
    assertThat(after.path("vendorOrders").path(0).path("untaken").asBoolean()).isFalse();
    assertThat(after.path("vendorOrders").path(1).path("untaken").asBoolean()).isTrue();
    assertThat(
            OPERATOR.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean())
        .isTrue();
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

  private static String orderPath(JsonNode order, String what) {
    return "/api/v1/order-groups/"
        + order.path("number").asText()
        + what
        + "?accessKey="
        + order.path("accessKey").asText();
  }

  private static String moment(JsonNode stall) {
    return "/api/v1/operator/capture-terms/vendors/" + stall.at("/vendor/id").asText();
  }
}
