package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** A buyer complains, a bank takes money back: over the public contract, with real books. */
class DisputesIT {

  private static final byte[] PICTURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

  private final Shop operator = Shop.asOperator();
  private final Shop guest = Shop.asGuest();
  private final JsonNode order = Purchase.of(1).pay("approved").expect(201).json();
  private final JsonNode part = order.path("vendorOrders").get(0);
  private final Shop vendor = Shop.asOwnerOf(part.path("vendor").path("slug").asText());

  @Test
  void aComplaintIsAnsweredAndDecided() {
    JsonNode dispute =
        guest
            .post(
                path("/disputes"),
                Map.of(
                    "vendorOrder",
                    part.path("number").asText(),
                    "reason",
                    "damaged",
                    "text",
                    "It came in two pieces.",
                    "files",
                    List.of(
                        Map.of(
                            "name",
                            "pieces.jpg",
                            "content",
                            Base64.getEncoder().encodeToString(PICTURE)))))
            .expect(201)
            .json();
    String id = dispute.path("id").asText();
    assertThat(dispute.path("status").asText()).isEqualTo("OPENED");
    assertThat(guest.post(path("/disputes"), complaint(1)).expect(409).problem())
        .isEqualTo("already-disputed");
    assertThat(disputed()).isPositive();

    vendor
        .post("/api/v1/vendor/disputes/" + id + "/answer", Map.of("text", "It left whole."))
        .expect(200);
    String file = dispute.path("statements").get(0).path("files").get(0).path("id").asText();
    vendor.get("/api/v1/vendor/disputes/" + id + "/files/" + file).expect(200);
    guest.get("/api/v1/order-groups/" + order.path("number").asText() + "/disputes").expect(404);

    Map<String, Object> part =
        Map.of(
            "outcome",
            "refund",
            "amount",
            Map.of("minor", 100, "currency", "EUR"),
            "reason",
            "A part for the trouble.");
    JsonNode decided =
        operator.post("/api/v1/operator/disputes/" + id + "/resolve", part).expect(200).json();
    assertThat(decided.path("status").asText()).isEqualTo("PARTLY");
    assertThat(decided.path("refunded").path("minor").asLong()).isEqualTo(100);
    assertThat(
            operator
                .post("/api/v1/operator/disputes/" + id + "/resolve", part)
                .expect(409)
                .problem())
        .isEqualTo("dispute-decided");
    assertThat(failedChecks()).isEmpty();
  }

  @Test
  void moreThanWasPaidCannotBeDisputedAndTheAnswerNamesBothAmounts() {
    long total = part.path("total").path("minor").asLong();

    Answer refused = guest.post(path("/disputes"), complaint(total + 1)).expect(422);

    assertThat(refused.problem()).isEqualTo("dispute-too-large");
    assertThat(refused.json().path("wanted").path("minor").asLong()).isEqualTo(total + 1);
    assertThat(refused.json().path("left").path("minor").asLong()).isEqualTo(total);
    assertThat(
            guest
                .post(path("/disputes"), Map.of("vendorOrder", part.path("number").asText()))
                .expect(400)
                .violatedFields())
        .contains("reason", "text");
  }

  @Test
  void aChargebackIsSetAsideAndAWonOneIsPutBackHoweverOftenItIsTold() {
    long pending = minor("pending");
    JsonNode taken =
        operator
            .post(
                "/api/v1/sandbox-gateway/chargebacks",
                Map.of("orderGroup", order.path("number").asText()))
            .expect(201)
            .json();
    assertThat(minor("pending")).isLessThan(pending);
    assertThat(failedChecks()).isEmpty();
    JsonNode dispute = newest();
    assertThat(dispute.path("kind").asText()).isEqualTo("CHARGEBACK");
    String contest = "/api/v1/operator/disputes/" + dispute.path("id").asText() + "/contest";
    operator.post(contest, Map.of("text", "Signed for at the door.")).expect(200);
    assertThat(
            operator
                .withNewKey()
                .post(
                    "/api/v1/operator/order-groups/" + order.path("number").asText() + "/refunds",
                    Map.of("amount", Map.of("minor", 1, "currency", "EUR"), "reason", "Goodwill"))
                .expect(422)
                .problem())
        .isEqualTo("refund-too-large");

    JsonNode won =
        operator
            .post(
                "/api/v1/sandbox-gateway/chargebacks/" + taken.path("reference").asText(),
                Map.of("outcome", "won"))
            .expect(200)
            .json();
    deliver(won).expect(204);
    deliver(taken).expect(204);

    assertThat(minor("pending")).isEqualTo(pending);
    assertThat(newest().path("status").asText()).isEqualTo("WON");
    assertThat(failedChecks()).isEmpty();
  }

  /** The gateway's message again, as it was signed. */
  private static Answer deliver(JsonNode message) {
    Shop gateway = Shop.asGuest();
    for (Map.Entry<String, JsonNode> header : message.path("headers").properties()) {
      gateway = gateway.with(header.getKey(), header.getValue().asText());
    }
    return gateway.raw(
        "POST", "/api/v1/webhooks/sandbox", "application/json", message.path("body").asText());
  }

  private Map<String, Object> complaint(long minor) {
    return Map.of(
        "vendorOrder",
        part.path("number").asText(),
        "reason",
        "other",
        "text",
        "Not what I expected.",
        "amount",
        Map.of("minor", minor, "currency", "EUR"));
  }

  private JsonNode newest() {
    JsonNode all =
        operator.get("/api/v1/operator/disputes?limit=100").expect(200).json().path("items");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(one -> one.path("orderGroup").equals(order.path("number")))
        .findFirst()
        .orElseThrow();
  }

  /** The checks of the books that fail, whole. */
  private List<JsonNode> failedChecks() {
    List<JsonNode> failed = new ArrayList<>();
    operator
        .get("/api/v1/operator/books")
        .expect(200)
        .json()
        .path("checks")
        .forEach(
            check -> {
              if (!check.path("ok").asBoolean()) {
                failed.add(check);
              }
            });
    return failed;
  }

  private long disputed() {
    return minor("disputed");
  }

  private long minor(String part) {
    JsonNode balances = vendor.get("/api/v1/vendor/balance").expect(200).json().path("balances");
    return StreamSupport.stream(balances.spliterator(), false)
        .filter(one -> one.path(part).path("currency").asText().equals("EUR"))
        .mapToLong(one -> one.path(part).path("minor").asLong())
        .sum();
  }

  private String path(String what) {
    return "/api/v1/order-groups/"
        + order.path("number").asText()
        + what
        + "?accessKey="
        + order.path("accessKey").asText();
  }
}
