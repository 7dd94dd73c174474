package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** An order whose payment did not come is paid by another attempt. */
class PayAgainIT {

  @Test
  void a_declined_order_is_paid_with_another_card() {
    JsonNode declined = Purchase.of(2).pay("declined").expect(402).json();
    String number = declined.path("orderGroup").asText();
    String key = declined.path("accessKey").asText();

    again(number, key, "insufficient-funds").expect(402);
    JsonNode paid = again(number, key, "approved").expect(201).json();

    assertThat(paid.path("number").asText()).isEqualTo(number);
    assertThat(paid.path("status").asText()).isEqualTo("PAID");
    assertThat(paid.path("payments").findValuesAsText("status"))
        .containsExactly("FAILED", "FAILED", "SUCCEEDED");
    assertThat(again(number, key, "approved").expect(409).json().path("type").asText())
        .endsWith("order-not-payable");
  }

  @Test
  void a_payment_the_buyer_left_waiting_is_given_up_for_another() {
    JsonNode waiting = Purchase.of(1).pay("requires-action").expect(202).json();
    String number = waiting.path("number").asText();
    String key = waiting.path("accessKey").asText();

    JsonNode paid = again(number, key, "approved").expect(201).json();
    Answer late =
        Shop.asGuest().post(waiting.at("/nextAction/url").asText(), Map.of("outcome", "approved"));

    assertThat(paid.path("payments").findValuesAsText("status"))
        .containsExactly("FAILED", "SUCCEEDED");
    assertThat(late.status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void what_was_charged_and_not_told_is_found_instead_of_being_charged_again() {
    JsonNode waiting = Purchase.of(1).pay("timeout-charged").expect(202).json();
    String number = waiting.path("number").asText();
    String key = waiting.path("accessKey").asText();

    again(number, key, "approved");

    JsonNode order =
        Shop.asGuest()
            .get("/api/v1/order-groups/" + number + "?accessKey=" + key)
            .expect(200)
            .json();
    assertThat(order.path("status").asText()).isEqualTo("PAID");
    assertThat(order.path("payments")).hasSize(1);
  }

  private static Answer again(String number, String key, String token) {
    return Shop.asGuest()
        .withNewKey()
        .post(
            "/api/v1/order-groups/" + number + "/payments?accessKey=" + key,
            Map.of("gateway", "sandbox", "token", token));
  }
}
