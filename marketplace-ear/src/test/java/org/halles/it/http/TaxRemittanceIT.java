package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tax on sales to France that the marketplace remits: kept out of the vendor's part. */
class TaxRemittanceIT {

  private static final String PATH = "/api/v1/operator/tax-remittance";

  private final Shop finance = Shop.asFinance();
  private final JsonNode before = finance.get(PATH).expect(200).json();

  @AfterEach
  void asItWas() {
    finance.put(PATH, before).expect(200);
  }

  @Test
  void theOrderFreezesItTheStateIsOwedItAndTheBookHasIt() {
    Purchase purchase = Purchase.of(1);
    long usual = tax(split(purchase.pay("approved").expect(201).json()));
    finance.put(PATH, Map.of("rules", List.of(french()))).expect(200);
    JsonNode order = Purchase.of(1).pay("approved").expect(201).json();
    finance.put(PATH, Map.of("rules", List.of())).expect(200);

    long included = order.at("/totals/taxIncluded/minor").asLong();
    assertThat(usual).as("of the vendors, without a rule").isZero();
    assertThat(included).isPositive();
    assertThat(tax(split(order))).isEqualTo(included);
    JsonNode books = finance.get("/api/v1/operator/books").expect(200).json();
    assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
  }

  @Test
  void whatIsOwedIsPaidOnceRecordedAndNeverMore() {
    finance.put(PATH, Map.of("rules", List.of(french()))).expect(200);
    Purchase.of(1).pay("approved").expect(201);
    long owed = owed();

    Map<String, Object> one =
        Map.of(
            "account", "tax_payable:FR",
            "amount", Map.of("minor", 1, "currency", "EUR"),
            "reference", "CA3");
    JsonNode left = finance.post("/api/v1/operator/tax-payments", one).expect(200).json();
    Map<String, Object> more =
        Map.of(
            "account", "tax_payable:FR",
            "amount", Map.of("minor", owed, "currency", "EUR"),
            "reference", "CA3");

    assertThat(left.at("/owed/minor").asLong()).isEqualTo(owed - 1);
    assertThat(owed()).isEqualTo(owed - 1);
    finance.post("/api/v1/operator/tax-payments", more).expect(409);
    assertThat(
            finance.get("/api/v1/operator/books").expect(200).json().path("balanced").asBoolean())
        .isTrue();
  }

  private long owed() {
    for (JsonNode one :
        finance.get("/api/v1/operator/tax-owed?limit=100").expect(200).json().path("items")) {
      if (one.path("account").asText().equals("tax_payable:FR")
          && one.at("/owed/currency").asText().equals("EUR")) {
        return one.at("/owed/minor").asLong();
      }
    }
    return 0;
  }

  @Test
  void everythingWrongIsNamed() {
    Map<String, Object> odd =
        Map.of("buyerCountries", List.of("XX", "FR"), "consumersOnly", true, "goodsOnly", true);

    assertThat(finance.put(PATH, Map.of("rules", List.of(odd))).expect(400).violatedFields())
        .containsExactlyInAnyOrder(
            "rules[0].ground", "rules[0].vendors", "rules[0].buyerCountries");
  }

  private static Map<String, Object> french() {
    return Map.of(
        "ground",
        "FACILITATOR",
        "vendors",
        "ANYWHERE",
        "buyerCountries",
        List.of("FR"),
        "consumersOnly",
        false,
        "goodsOnly",
        false);
  }

  private JsonNode split(JsonNode order) {
    return finance
        .get("/api/v1/operator/order-groups/" + order.path("number").asText() + "/split")
        .expect(200)
        .json();
  }

  private static long tax(JsonNode split) {
    long sum = 0;
    for (JsonNode leg : split.path("lines")) {
      boolean tax = leg.path("kind").asText().equals("TAX");
      sum += tax ? leg.at("/amount/minor").asLong() : 0;
    }
    return sum;
  }
}
