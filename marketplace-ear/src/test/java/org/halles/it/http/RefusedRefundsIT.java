package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/**
 * The platform gives money of its own, its gateway will not pass it on, and finance looks after it.
 */
class RefusedRefundsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Shop operator = Shop.asFinance();
  private final JsonNode order = Purchase.of(1).pay("refund-refused").expect(201).json();
  private final String number = order.path("number").asText();

  @Test
  void whatAGatewayRefusedIsAskedForAgainAndGoesBack() {
    JsonNode gift = goodwill(250);
    assertThat(gift.path("cause").asText()).isEqualTo("GOODWILL");
    assertThat(gift.path("vendorPart").path("minor").asLong()).isZero();

    String id = refused().path("id").asText();
    assertThat(refused().path("code").asText()).isEqualTo("account-closed");
    operator.post(at(id, "retry"), Map.of()).expect(200);

    assertThat(await(() -> Optional.of(status()).filter("SUCCEEDED"::equals))).isNotNull();
    assertThat(operator.post(at(id, "retry"), Map.of()).expect(409).problem())
        .isEqualTo("refused-refund-decided");
  }

  @Test
  void itIsPaidByTransferInsteadUnderALineOfItsOwn() {
    goodwill(250);
    String id = refused().path("id").asText();

    assertThat(
            operator
                .post(at(id, "transferred"), Map.of("sentOn", "2999-01-01", "bankReference", " "))
                .expect(400)
                .violatedFields())
        .containsExactlyInAnyOrder("sentOn", "bankReference");
    operator
        .post(at(id, "transferred"), Map.of("sentOn", "2020-01-02", "bankReference", "L " + id))
        .expect(200);

    assertThat(status()).isEqualTo("SUCCEEDED");
    JsonNode books = operator.get("/api/v1/operator/books").expect(200).json();
    assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
  }

  @Test
  void whatThePlatformKeepsIsWrittenInOnePlaceAndReadBack() {
    String path = "/api/v1/operator/give-back-policy";
    JsonNode before = operator.get(path).expect(200).json();

    assertThat(before.path("terms")).hasSize(5);
    assertThat(operator.put(path, before).expect(200).json()).isEqualTo(before);
    assertThat(
            operator
                .put(
                    path,
                    Map.of(
                        "terms",
                        List.of(
                            Map.of(
                                "reason",
                                "WITHDRAWAL",
                                "commissionKeptBasisPoints",
                                20_000,
                                "fixedFeeKeptBasisPoints",
                                0,
                                "gatewayFeeKeptBasisPoints",
                                10_000,
                                "buyerFeeKept",
                                true))))
                .expect(400)
                .violatedFields())
        .containsExactly("terms[0].commissionKeptBasisPoints", "terms[0].buyerFeeKept");
  }

  private JsonNode goodwill(long minor) {
    Map<String, Object> wanted =
        Map.of(
            "amount",
            Map.of("minor", minor, "currency", "EUR"),
            "reason",
            "For the wait",
            "payer",
            "PLATFORM");
    return operator
        .withNewKey()
        .post("/api/v1/operator/order-groups/" + number + "/refunds", wanted)
        .expect(201)
        .json();
  }

  private JsonNode refused() {
    return await(this::mine);
  }

  /** The sweeper asks the gateway within a moment. */
  private <T> T await(Supplier<Optional<T>> what) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<T> found = what.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("nothing happened to the refund of " + number);
  }

  private Optional<JsonNode> mine() {
    JsonNode page = operator.get("/api/v1/operator/refused-refunds?limit=100").expect(200).json();
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(one -> one.path("orderGroup").asText().equals(number))
        .findFirst();
  }

  private String status() {
    return operator
        .get("/api/v1/operator/order-groups/" + number + "/refunds")
        .expect(200)
        .json()
        .path("items")
        .get(0)
        .path("status")
        .asText();
  }

  private static String at(String id, String what) {
    return "/api/v1/operator/refused-refunds/" + id + "/" + what;
  }
}
