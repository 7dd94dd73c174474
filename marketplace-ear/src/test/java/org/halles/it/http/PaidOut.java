package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;

/**
 * A vendor's money that two people of the marketplace sent to it.
 *
 * @param run which the first of them proposed
 * @param number of the vendor's payout
 * @param slug of the vendor
 */
public record PaidOut(String run, String number, String slug) {

  private static final String RUNS = "/api/v1/operator/payout-runs/";

  /** Of an order that was bought and delivered just now, by the sandbox gateway. */
  public static PaidOut justNow() {
    nothingIsProposed();
    PaidOrder order = PaidOrder.ofOneVendor();
    deliver(Shop.asOwnerOf(order.slug()), order.number());
    String run =
        Shop.asOperator()
            .withNewKey()
            .post("/api/v1/operator/payout-runs", Map.of())
            .expect(201)
            .json()
            .path("id")
            .asText();
    Shop.asFinance().withNewKey().post(RUNS + run + "/approve", Map.of()).expect(200);
    return new PaidOut(run, settled(run, order.slug()).path("number").asText(), order.slug());
  }

  /** A proposal holds on to what it would pay, also one that another test only looked at. */
  static void nothingIsProposed() {
    Shop operator = Shop.asOperator();
    for (JsonNode run :
        operator.get("/api/v1/operator/payout-runs").expect(200).json().path("items")) {
      if (run.path("status").asText().equals("PROPOSED")) {
        operator
            .withNewKey()
            .post(RUNS + run.path("id").asText() + "/cancel", Map.of())
            .expect(200);
      }
    }
  }

  static void deliver(Shop vendor, String number) {
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

  /** The payout of this vendor, once the gateway paid it or half a minute has passed. */
  static JsonNode settled(String run, String slug) {
    Instant end = Instant.now().plusSeconds(30);
    JsonNode payout = find(run, slug);
    while (!payout.path("status").asText().equals("PAID") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      payout = find(run, slug);
    }
    return payout;
  }

  private static JsonNode find(String run, String slug) {
    JsonNode payouts =
        Shop.asOperator()
            .get("/api/v1/operator/payouts?limit=100&run=" + run)
            .expect(200)
            .json()
            .path("items");
    return StreamSupport.stream(payouts.spliterator(), false)
        .filter(one -> one.path("vendor").path("slug").asText().equals(slug))
        .findFirst()
        .orElseThrow();
  }
}
