package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator lets vendors answer orders first, they accept or refuse them in time. */
class AcceptingIT {

  private static final String POLICY = "/api/v1/operator/order-policy";
  private static final Pattern TO_SHIP =
      Pattern.compile("(\\d+|No|Aucune) (order|commande)s? (to|à)");
  private static final Pattern TO_ANSWER =
      Pattern.compile("(\\d+) (order|commande)s? (wait|attend)");

  private final Shop operator = Shop.asOperator();

  @BeforeEach
  void vendorsMayAnswerForADay() {
    operator.put(POLICY, Map.of("acceptHours", 24)).expect(200);
  }

  @AfterEach
  void ordersAreAcceptedAsTheyCome() {
    Map<String, Object> at = new HashMap<>();
    at.put("acceptHours", null);
    operator.put(POLICY, at).expect(200);
  }

  @Test
  void anOrderIsToBeAnsweredFirstAndToBeShippedThen() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Shop vendor = Shop.asOwnerOf(order.slug());
    Shop portal = portalOf(order.slug());
    String before = portal.get("/vendor/" + order.slug()).expect(200).body();

    vendor.post("/api/v1/vendor/orders/" + order.number() + "/accept", Map.of()).expect(200);
    String after = portal.get("/vendor/" + order.slug()).expect(200).body();

    assertThat(told(TO_ANSWER, before)).isEqualTo(1);
    assertThat(told(TO_ANSWER, after)).isZero();
    assertThat(told(TO_SHIP, after)).isEqualTo(told(TO_SHIP, before) + 1);
  }

  @Test
  void whatIsRefusedGoesBackToItsBuyerWhole() {
    PaidOrder order = PaidOrder.ofOneVendor();
    Shop vendor = Shop.asOwnerOf(order.slug());
    String path = "/api/v1/vendor/orders/" + order.number();

    vendor.withNewKey().post(path + "/refuse", Map.of("reason", "Sold out")).expect(200);
    JsonNode purchase = operator.get("/api/v1/order-groups/" + order.purchase()).expect(200).json();

    assertThat(purchase.path("vendorOrders").get(0).path("status").asText()).isEqualTo("REFUSED");
    assertThat(purchase.path("refundStatus").asText()).isEqualTo("REFUNDED");
    vendor.withNewKey().post(path + "/refuse", Map.of("reason", "Again")).expect(409);
  }

  private static Shop portalOf(String slug) {
    Map<String, String> owner =
        Map.of("email", "owner@" + slug + ".example", "password", "halles-demo");
    String token =
        Shop.asGuest().post("/api/v1/tokens", owner).expect(201).json().path("token").asText();
    return Shop.asGuest().with("Cookie", "halles-session=" + token);
  }

  private static int told(Pattern count, String page) {
    Matcher found = count.matcher(page);
    return found.find() && found.group(1).matches("\\d+") ? Integer.parseInt(found.group(1)) : 0;
  }
}
