package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may take the money: what is ready, and what the operator offers where. */
class GatewaysIT {

  private static final String SANDBOX = "/api/v1/operator/gateways/sandbox/availability";

  private final Shop operator = Shop.asOperator();

  @AfterEach
  void offerTheSandboxEverywhere() {
    offer(List.of(), List.of(), List.of()).expect(200);
  }

  @Test
  void a_gateway_without_its_keys_is_listed_but_not_offered() {
    JsonNode stripe = gateway("stripe");

    assertThat(stripe.path("ready").asBoolean()).isFalse();
    assertThat(stripe.path("enabled").asBoolean()).isFalse();
    assertThat(gateway("sandbox").path("enabled").asBoolean()).isTrue();
    JsonNode refused =
        Shop.asGuest()
            .withNewKey()
            .post(
                "/api/v1/checkouts",
                Map.of(
                    "cartId",
                    Purchase.of(1).cart(),
                    "payment",
                    Map.of("gateway", "stripe", "token", "hosted")))
            .expect(400)
            .json();
    assertThat(refused.at("/violations/0/field").asText()).isEqualTo("payment.gateway");
  }

  @Test
  void a_gateway_is_offered_only_where_the_operator_says() {
    Purchase toFrance = Purchase.of(1);
    offer(List.of("BE"), List.of(), List.of()).expect(200);

    JsonNode refused = toFrance.pay("approved").expect(400).json();
    offer(List.of("BE", "FR"), List.of("EUR"), List.of()).expect(200);
    JsonNode paid = toFrance.pay("approved").expect(201).json();

    assertThat(refused.at("/violations/0/field").asText()).isEqualTo("payment.gateway");
    assertThat(paid.path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void a_gateway_for_some_vendors_takes_only_carts_of_theirs() {
    Purchase two = Purchase.of(2);
    Purchase one = Purchase.of(1);
    String vendor = one.view().at("/vendors/0/vendor/id").asText();
    offer(List.of(), List.of(), List.of(vendor)).expect(200);

    two.pay("approved").expect(400);
    one.pay("approved").expect(201);
  }

  @Test
  void everything_wrong_with_an_availability_is_said_at_once() {
    String nobody = "00000000-0000-7000-8000-000000000000";

    JsonNode refused = offer(List.of("XX", "FR"), List.of(), List.of(nobody)).expect(400).json();

    assertThat(refused.path("violations"))
        .extracting(violation -> violation.path("field").asText())
        .containsExactlyInAnyOrder("countries", "vendors");
  }

  private Answer offer(List<String> countries, List<String> currencies, List<String> vendors) {
    return operator.put(
        SANDBOX, Map.of("countries", countries, "currencies", currencies, "vendors", vendors));
  }

  private JsonNode gateway(String id) {
    for (JsonNode one :
        operator.get("/api/v1/operator/gateways").expect(200).json().path("items")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("gateway " + id + " is not listed");
  }
}
