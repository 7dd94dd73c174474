package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Nobody leads a vendor's money to another account unseen. */
class VendorAccountIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shop operator = Shop.asOperator();

  @Test
  void itsPeopleHearOfAnotherAccountByLetter() {
    String slug = "it-" + UUID.randomUUID().toString().substring(0, 8);
    String owner = slug + "@it.example";
    Map<String, String> vendor =
        Map.of(
            "name",
            slug,
            "slug",
            slug,
            "country",
            "FR",
            "kind",
            "professional",
            "ownerEmail",
            owner);
    Shop stall =
        Shop.asGuest()
            .withToken(
                operator
                    .post("/api/v1/operator/vendors", vendor)
                    .expect(201)
                    .json()
                    .path("apiKey")
                    .asText());

    name(stall, "FR14 2004 1010 0505 0001 3M02 606");
    name(stall, "FR1420041010050500013M02606");
    boolean toldOfTheFirst = lettersTo(owner) > 0;
    name(stall, "FR76 3000 6000 0112 3456 7890 189");

    assertThat(toldOfTheFirst).isFalse();
    assertThat(isTold(owner)).isTrue();
  }

  private static void name(Shop stall, String iban) {
    JsonNode steps = stall.get("/api/v1/vendor/checklist").expect(200).json().path("steps");
    String step =
        StreamSupport.stream(steps.spliterator(), false)
            .filter(one -> one.path("type").asText().equals("payout-account"))
            .map(one -> one.path("requirementId").asText())
            .findFirst()
            .orElseThrow();
    Map<String, String> account = Map.of("holder", "The potter", "iban", iban);
    stall.put("/api/v1/vendor/checklist/" + step, account).expect(200);
  }

  private boolean isTold(String address) {
    Instant end = Instant.now().plus(PATIENCE);
    while (lettersTo(address) == 0 && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return lettersTo(address) == 1;
  }

  private long lettersTo(String address) {
    JsonNode letters =
        operator
            .get("/api/v1/operator/mails?limit=100&recipient=" + address)
            .expect(200)
            .json()
            .path("items");
    return StreamSupport.stream(letters.spliterator(), false)
        .filter(letter -> letter.path("template").asText().equals("vendor-account-changed"))
        .count();
  }
}
