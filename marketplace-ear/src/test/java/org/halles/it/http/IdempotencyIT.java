package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same key with the same body is the same request, however often it is sent. */
class IdempotencyIT {

  private static final Map<String, String> EUROS = Map.of("currency", "EUR");

  @Test
  void theSameRequestAgainGetsTheFirstAnswer() {
    Shop buyer = Shop.asBuyer().withNewKey();

    Answer first = buyer.post("/api/v1/carts", EUROS).expect(201);
    Answer again = buyer.post("/api/v1/carts", EUROS).expect(201);

    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() {
    Shop buyer = Shop.asBuyer().withNewKey();
    buyer.post("/api/v1/carts", EUROS).expect(201);

    Answer other = buyer.post("/api/v1/carts", Map.of("currency", "BRL")).expect(422);

    assertThat(other.problem()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void theSameKeyOfSomebodyElseIsAnotherKey() {
    String key = UUID.randomUUID().toString();
    Shop buyer = Shop.asBuyer().with("Idempotency-Key", key);
    Shop operator = Shop.asOperator().with("Idempotency-Key", key);

    String one = buyer.post("/api/v1/carts", EUROS).expect(201).json().path("id").asText();
    String two = operator.post("/api/v1/carts", EUROS).expect(201).json().path("id").asText();

    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void aRefusalIsRepeatedToo() {
    Shop buyer = Shop.asBuyer().withNewKey();
    Map<String, String> bad = Map.of("currency", "nonsense");

    Answer first = buyer.post("/api/v1/carts", bad).expect(400);
    Answer again = buyer.post("/api/v1/carts", bad).expect(400);

    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.problem()).isEqualTo("invalid-input");
  }

  @Test
  void whatTheServerRefusesBeforeItReachesTheApiIsToldAnewEachTime() {
    Shop buyer = Shop.asBuyer().withNewKey().with("Accept-Language", "*;q=x");

    Answer first = buyer.post("/api/v1/carts", EUROS).expect(400);
    Answer again = buyer.post("/api/v1/carts", EUROS).expect(400);

    assertThat(first.problem()).isEqualTo("bad-request");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void manyAtOnceHaveOneEffect() {
    Shop buyer = Shop.asBuyer().withNewKey();

    List<Answer> answers =
        IntStream.range(0, 8).parallel().mapToObj(i -> buyer.post("/api/v1/carts", EUROS)).toList();

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isIn(201, 409);
              if (answer.status() == 409) {
                assertThat(answer.header("Retry-After")).isPresent();
              }
            });
    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> answer.json().path("id").asText())
                .distinct())
        .hasSize(1);
  }

  @Test
  void aTokenIsNeverKept() {
    Shop guest = Shop.asGuest().withNewKey();
    Map<String, String> credentials =
        Map.of("email", "buyer@halles.example", "password", "halles-demo");

    String first =
        guest.post("/api/v1/tokens", credentials).expect(201).json().path("token").asText();
    String again =
        guest.post("/api/v1/tokens", credentials).expect(201).json().path("token").asText();

    assertThat(first).isNotEqualTo(again);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 256, 5000})
  void aKeyOfAnotherLengthIsRefused(int length) {
    Shop guest = Shop.asGuest().with("Idempotency-Key", "k".repeat(length));

    Answer answer = guest.post("/api/v1/carts", EUROS).expect(400);

    assertThat(answer.violatedFields()).containsExactly("Idempotency-Key");
  }

  @Test
  void aCheckoutWithoutAKeyIsRefused() {
    Map<String, Object> purchase =
        Map.of(
            "cartId",
            UUID.randomUUID(),
            "payment",
            Map.of("gateway", "sandbox", "token", "approved"));

    Answer answer = Shop.asGuest().post("/api/v1/checkouts", purchase).expect(400);

    assertThat(answer.violatedFields()).containsExactly("Idempotency-Key");
  }
}
