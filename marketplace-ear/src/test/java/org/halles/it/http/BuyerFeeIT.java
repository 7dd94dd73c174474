package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What buyers in France pay to the marketplace: seen in the cart, paid, posted, given back. */
class BuyerFeeIT {

  private static final String PATH = "/api/v1/operator/buyer-fee";

  private final Shop finance = Shop.asFinance();
  private final JsonNode before = finance.get(PATH).expect(200).json();

  @AfterEach
  void asItWas() {
    finance.put(PATH, before).expect(200);
  }

  @Test
  void theCartShowsItTheOrderFreezesItAndTheBookHasIt() {
    Purchase purchase = Purchase.of(1);
    finance.put(PATH, terms(rule("BE", 0, 990), rule("FR", 0, 240))).expect(200);
    JsonNode cart = purchase.view();
    assertThat(cart.at("/totals/buyerFee/minor").asLong()).isEqualTo(240);
    JsonNode order = purchase.pay("approved").expect(201).json();
    finance.put(PATH, terms(rule("FR", 0, 770))).expect(200);

    assertThat(order.at("/totals/total")).isEqualTo(cart.at("/totals/total"));
    JsonNode split =
        finance
            .get("/api/v1/operator/order-groups/" + order.path("number").asText() + "/split")
            .expect(200)
            .json();
    // 2.40 with 20 % in it: 2.00 and 0.40
    assertThat(legs(split)).contains("BUYER_FEE platform 200", "TAX tax:FR 40");
    JsonNode books = finance.get("/api/v1/operator/books").expect(200).json();
    assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
  }

  @Test
  void everythingWrongIsNamed() {
    Map<String, Object> odd = new LinkedHashMap<>(rule("XX", 9_000, -1));
    odd.put("currency", "euros");

    assertThat(
            finance
                .put(PATH, Map.of("rules", List.of(odd), "vatBasisPoints", -5, "jurisdiction", "F"))
                .expect(400)
                .violatedFields())
        .containsExactlyInAnyOrder(
            "vatBasisPoints",
            "jurisdiction",
            "rules[0].countries",
            "rules[0].currency",
            "rules[0].basisPoints",
            "rules[0].flatMinor");
  }

  private static List<String> legs(JsonNode split) {
    List<String> legs = new ArrayList<>();
    for (JsonNode leg : split.path("lines")) {
      legs.add(
          leg.path("kind").asText()
              + " "
              + leg.path("party").asText()
              + " "
              + leg.at("/amount/minor").asLong());
    }
    return legs;
  }

  @SafeVarargs
  private static Map<String, Object> terms(Map<String, Object>... rules) {
    return Map.of("rules", List.of(rules), "vatBasisPoints", 2_000, "jurisdiction", "FR");
  }

  private static Map<String, Object> rule(String country, int basisPoints, long flat) {
    return Map.of(
        "countries",
        List.of(country),
        "currency",
        "EUR",
        "basisPoints",
        basisPoints,
        "flatMinor",
        flat);
  }
}
