package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules are tried on orders of the past before they decide about orders to come. */
@Timeout(180)
class CommissionSimulationIT {

  private static final String PATH = "/api/v1/operator/commission-simulations";

  private final Shop finance = Shop.asFinance();

  @Test
  void aRuleIsTriedOnWhatAVendorSoldAndTheRulesInForceChangeNothing() {
    Stand stand = Stand.open();
    stand.seller().put("/api/v1/vendor/shipping", SHIPPING).expect(200);
    long paid = buy(stand, 2_000);

    JsonNode asTheyAre = answer(Map.of("lastOrders", 5));
    JsonNode half =
        answer(
            Map.of(
                "lastOrders",
                5,
                "rules",
                List.of(
                    Map.of(
                        "name",
                        "Half",
                        "kind",
                        "standard.percentage",
                        "configuration",
                        Map.of("rate", "50 %"),
                        "scope",
                        Map.of("vendor", stand.id()),
                        "position",
                        1))));

    JsonNode before = change(asTheyAre, stand.slug());
    assertThat(minor(before, "paid")).isEqualTo(paid);
    assertThat(minor(before, "before")).isEqualTo(paid);
    assertThat(minor(before, "after")).isEqualTo(paid);
    assertThat(before.path("changed").asInt()).isZero();
    JsonNode after = change(half, stand.slug());
    assertThat(minor(after, "before")).isEqualTo(paid);
    assertThat(minor(after, "after")).isEqualTo(1_000);
    assertThat(minor(after, "difference")).isEqualTo(1_000 - paid);
    JsonNode euros = euros(half);
    // other sales among the last ones may have been made under rules that are gone since: that is
    // told apart, and never counts as a difference
    assertThat(minor(euros(asTheyAre).path("total"), "difference")).isZero();
    assertThat(minor(euros.path("total"), "difference")).isEqualTo(1_000 - paid);
    assertThat(euros.path("dearer").get(0).path("vendor").asText()).contains(stand.slug());
    assertThat(minor(euros.path("dearer").get(0), "after")).isEqualTo(1_000);
  }

  @Test
  void whatIsWrongWithTheQuestionIsNamedAllAtOnce() {
    List<String> fields =
        finance
            .post(
                PATH,
                Map.of(
                    "from",
                    "2026-05-31",
                    "to",
                    "2026-05-01",
                    "lastOrders",
                    0,
                    "rules",
                    List.of(
                        Map.of(
                            "name",
                            "",
                            "kind",
                            "standard.percentage",
                            "configuration",
                            Map.of("rate", "300 %"))),
                    "without",
                    List.of("00000000-0000-0000-0000-000000000001")))
            .expect(400)
            .violatedFields();

    assertThat(fields)
        .contains("to", "lastOrders", "rules[0].name", "without[0]")
        .anyMatch(field -> field.startsWith("rules[0].configuration"));
  }

  private static final Map<String, Object> SHIPPING =
      Map.of(
          "methods",
          List.of(
              Map.of(
                  "label",
                  "Post",
                  "mode",
                  "flat",
                  "price",
                  Map.of("minor", 500, "currency", "EUR"),
                  "minDays",
                  2,
                  "maxDays",
                  4,
                  "countries",
                  List.of("FR"))));

  /** Buys one piece; answers the commission that was taken. */
  private long buy(Stand stand, long cents) {
    String listing = stand.sell("Vase", cents);
    JsonNode offers = Shop.asGuest().get("/api/v1/listings/" + listing).json().path("offers");
    Purchase purchase = Purchase.of(Shop.asGuest(), 0);
    purchase.add(offers.get(0).path("id").asText());
    String number = purchase.pay("approved").expect(201).json().path("number").asText();
    JsonNode split =
        Shop.asOperator().get("/api/v1/operator/order-groups/" + number + "/split").json();
    return StreamSupport.stream(split.path("lines").spliterator(), false)
        .filter(line -> line.path("kind").asText().equals("COMMISSION"))
        .mapToLong(line -> minor(line, "amount"))
        .sum();
  }

  private JsonNode answer(Map<String, Object> question) {
    String id = finance.post(PATH, question).expect(202).json().path("id").asText();
    JsonNode simulation = finance.get(PATH + "/" + id).expect(200).json();
    while (List.of("WAITING", "RUNNING").contains(simulation.path("status").asText())) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      simulation = finance.get(PATH + "/" + id).expect(200).json();
    }
    assertThat(simulation.path("status").asText()).as(simulation.toString()).isEqualTo("DONE");
    assertThat(simulation.path("linesDone").asInt()).isPositive();
    return simulation.path("outcome");
  }

  private static JsonNode euros(JsonNode outcome) {
    return StreamSupport.stream(outcome.path("currencies").spliterator(), false)
        .filter(part -> part.path("currency").asText().equals("EUR"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode change(JsonNode outcome, String slug) {
    return StreamSupport.stream(euros(outcome).path("vendors").spliterator(), false)
        .filter(row -> row.path("slug").asText().equals(slug))
        .findFirst()
        .orElseThrow(() -> new AssertionError(slug + " is not in " + outcome))
        .path("change");
  }

  private static long minor(JsonNode node, String field) {
    return node.path(field).path("minor").asLong();
  }
}
