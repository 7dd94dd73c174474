package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a delivered order to the vendor's bank, with two people of the marketplace in between. */
class PayoutsIT {

  private final Shop operator = Shop.asOperator();
  private final Shop finance = Shop.asFinance();

  @BeforeEach
  void nothingIsProposed() {
    PaidOut.nothingIsProposed();
  }

  @Test
  void aDeliveredOrderIsPaidOutOnceASecondPersonApproves() {
    JsonNode order = Purchase.of(2).pay("approved").expect(201).json().path("vendorOrders").get(0);
    String slug = order.path("vendor").path("slug").asText();
    Shop vendor = Shop.asOwnerOf(slug);
    PaidOut.deliver(vendor, order.path("number").asText());
    long available = minor(vendor, "available");
    assertThat(available).isPositive();

    operator.post("/api/v1/operator/payout-runs", Map.of()).expect(400);
    JsonNode run =
        operator.withNewKey().post("/api/v1/operator/payout-runs", Map.of()).expect(201).json();
    assertThat(run.path("status").asText()).isEqualTo("PROPOSED");
    assertThat(minor(vendor, "available")).isEqualTo(available);
    String approve = "/api/v1/operator/payout-runs/" + run.path("id").asText() + "/approve";
    assertThat(operator.withNewKey().post(approve, Map.of()).expect(403).problem())
        .isEqualTo("second-person-needed");
    finance.withNewKey().post(approve, Map.of()).expect(200);
    finance.withNewKey().post(approve, Map.of()).expect(409);

    assertThat(PaidOut.settled(run.path("id").asText(), slug).path("status").asText())
        .isEqualTo("PAID");
    assertThat(minor(vendor, "available")).isZero();
    assertThat(minor(vendor, "inTransit")).isZero();
    assertThat(
            vendor
                .get("/api/v1/vendor/payouts")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("amount")
                .path("minor")
                .asLong())
        .isEqualTo(available);
    assertThat(
            operator.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean())
        .isTrue();
  }

  @Test
  void aVendorChoosesHowItIsPaid() {
    Shop vendor = Shop.asOwnerOf("maison-lumen");

    vendor
        .put(
            "/api/v1/vendor/payout-policy",
            Map.of("rhythm", "MONTHLY", "minimum", Map.of("EUR", 5000)))
        .expect(200);

    JsonNode policy = vendor.get("/api/v1/vendor/payout-policy").expect(200).json();
    assertThat(policy.path("rhythm").asText()).isEqualTo("MONTHLY");
    assertThat(policy.path("minimum").path("EUR").asLong()).isEqualTo(5000);
    vendor.put("/api/v1/vendor/payout-policy", Map.of("rhythm", "WEEKLY")).expect(200);
  }

  private static long minor(Shop vendor, String part) {
    JsonNode balance = vendor.get("/api/v1/vendor/balance").expect(200).json().path("balances");
    return StreamSupport.stream(balance.spliterator(), false)
        .filter(one -> one.path(part).path("currency").asText().equals("EUR"))
        .mapToLong(one -> one.path(part).path("minor").asLong())
        .sum();
  }
}
