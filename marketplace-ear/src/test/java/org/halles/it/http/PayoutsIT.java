package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a delivered order to the vendor's bank, with two people of the marketplace in between. */
class PayoutsIT {

  private final Shop operator = Shop.asOperator();
  private final Shop finance = Shop.asFinance();

  /** A proposal holds on to what it would pay, also one that another test only looked at. */
  @BeforeEach
  void nothingIsProposed() {
    for (JsonNode run :
        operator.get("/api/v1/operator/payout-runs").expect(200).json().path("items")) {
      if (run.path("status").asText().equals("PROPOSED")) {
        operator
            .withNewKey()
            .post("/api/v1/operator/payout-runs/" + run.path("id").asText() + "/cancel", Map.of())
            .expect(200);
      }
    }
  }

  @Test
  void aDeliveredOrderIsPaidOutOnceASecondPersonApproves() {
    JsonNode order = Purchase.of(2).pay("approved").expect(201).json().path("vendorOrders").get(0);
    String slug = order.path("vendor").path("slug").asText();
    Shop vendor = Shop.asOwnerOf(slug);
    deliver(vendor, order.path("number").asText());
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

    assertThat(settled(run, slug)).isEqualTo("PAID");
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

  private static void deliver(Shop vendor, String number) {
    String parcel =
        vendor
            .withNewKey()
            .post(
                "/api/v1/vendor/orders/" + number + "/shipments",
                Map.of("carrier", "La Poste", "trackingCode", "6A1"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    vendor
        .withNewKey()
        .post("/api/v1/vendor/orders/" + number + "/shipments/" + parcel + "/delivered", Map.of())
        .expect(200);
  }

  private String settled(JsonNode run, String slug) {
    Instant end = Instant.now().plusSeconds(30);
    String status = statusOf(run, slug);
    while (!status.equals("PAID") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      status = statusOf(run, slug);
    }
    return status;
  }

  private String statusOf(JsonNode run, String slug) {
    JsonNode payouts =
        operator
            .get("/api/v1/operator/payouts?limit=100&run=" + run.path("id").asText())
            .expect(200)
            .json()
            .path("items");
    return StreamSupport.stream(payouts.spliterator(), false)
        .filter(one -> one.path("vendor").path("slug").asText().equals(slug))
        .map(one -> one.path("status").asText())
        .findFirst()
        .orElse("none");
  }

  private static long minor(Shop vendor, String part) {
    JsonNode balance = vendor.get("/api/v1/vendor/balance").expect(200).json().path("balances");
    return StreamSupport.stream(balance.spliterator(), false)
        .filter(one -> one.path(part).path("currency").asText().equals("EUR"))
        .mapToLong(one -> one.path(part).path("minor").asLong())
        .sum();
  }
}
