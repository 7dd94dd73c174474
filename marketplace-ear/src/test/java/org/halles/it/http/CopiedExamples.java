package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Shop;
import org.halles.it.Stand;

/** What the examples do whose folder anybody may copy, for one stand. */
final class CopiedExamples {

  private static final String SHIPPING = "/api/v1/operator/plugins/parcel-weight-table/setups";

  private final Shop operator = Shop.asOperator();
  private final Stand stand;

  CopiedExamples(Stand stand) {
    this.stand = stand;
  }

  /** A season that lasts all year decides, and the statement says its name. */
  void aSeasonDecides(Sale sale) {
    String rule =
        ruleOf(
            "seasonal.rate",
            Map.of(
                "seasons",
                List.of(
                    Map.of("name", "Braderie", "from", "01-01", "to", "12-31", "rate", "7 %"))));

    JsonNode split = sale.of(10_000);

    assertThat(commission(split)).isEqualTo(700);
    assertThat(split.toString()).contains("Braderie");
    retire(rule);
  }

  void whatWasSoldBeforeDecides(Sale sale) {
    String rule =
        ruleOf(
            "volume.tiers",
            Map.of(
                "period",
                "LAST_365_DAYS",
                "tiers",
                List.of(
                    Map.of("from", Map.of("minor", 0, "currency", "EUR"), "rate", "9 %"),
                    Map.of("from", Map.of("minor", 5_000, "currency", "EUR"), "rate", "4 %"))));

    assertThat(commission(sale.of(10_000))).isEqualTo(400);
    retire(rule);
  }

  /** Four hundred grams, beside the ways the vendor ships itself. */
  void aParcelIsPricedByItsWeight(JsonNode cart, Runnable configured) {
    assertThat(cart.toString()).doesNotContain("Colis pesé");
    operator
        .post(
            SHIPPING,
            Map.of(
                "scope",
                "VENDOR",
                "value",
                stand.slug(),
                "configuration",
                Map.of(
                    "label",
                    "Colis pesé",
                    "minDays",
                    2,
                    "maxDays",
                    4,
                    "unknownGrams",
                    500,
                    "steps",
                    List.of(
                        Map.of(
                            "upToGrams",
                            1_000,
                            "price",
                            Map.of("minor", 690, "currency", "EUR"))))))
        .expect(200);
    configured.run();
  }

  /** A purchase of the stand's, at this price; answers the lines of its split. */
  interface Sale {
    JsonNode of(long cents);
  }

  private String ruleOf(String kind, Map<String, Object> configuration) {
    return operator
        .post(
            "/api/v1/operator/commission-rules",
            Map.of(
                "name",
                "Example of a test",
                "kind",
                kind,
                "configuration",
                configuration,
                "scope",
                Map.of("vendor", stand.id()),
                "position",
                1))
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  private void retire(String rule) {
    operator.post("/api/v1/operator/commission-rules/" + rule + "/retire", Map.of()).expect(204);
  }

  private static long commission(JsonNode split) {
    long sum = 0;
    for (JsonNode line : split) {
      sum +=
          line.path("kind").asText().equals("COMMISSION") ? line.at("/amount/minor").asLong() : 0;
    }
    return sum;
  }
}
