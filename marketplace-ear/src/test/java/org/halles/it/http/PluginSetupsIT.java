package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.halles.it.Stand;
import org.junit.jupiter.api.Test;

/** For whom a plugin is on and how it is configured is data, and the next cart goes by it. */
class PluginSetupsIT {

  private static final String SHIPPING = "table-rate-shipping";
  private static final String SETUPS = "/api/v1/operator/plugins/" + SHIPPING + "/setups";
  private static final Map<String, Object> POST =
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

  private final Shop operator = Shop.asOperator();

  @Test
  void aVendorsParcelsGoByItsOwnConfigurationAndAnEarlierOneComesBackByOneCall() throws Exception {
    Stand stand = Stand.open();
    stand.seller().put("/api/v1/vendor/shipping", POST).expect(200);
    String offer = offerOf(stand.sell("Tray", 2_000));
    assertThat(shippingOf(offer)).isEqualTo(500);

    long dear = configure(stand, 150).path("id").asLong();
    assertThat(shippingOf(offer)).isEqualTo(650);
    configure(stand, 40);
    assertThat(shippingOf(offer)).isEqualTo(540);

    JsonNode back = operator.post(SETUPS + "/" + dear + "/restore", Map.of()).expect(200).json();
    assertThat(back.path("version").asInt()).isEqualTo(3);
    assertThat(shippingOf(offer)).isEqualTo(650);

    operator.post(SETUPS + "/end", Map.of("scope", "VENDOR", "value", stand.slug())).expect(200);
    assertThat(shippingOf(offer)).isEqualTo(500);
  }

  @Test
  void whatIsWrongIsToldAtOnceBesideItsField() {
    JsonNode problem =
        operator
            .post(
                SETUPS,
                Map.of(
                    "scope",
                    "VENDOR",
                    "value",
                    "it-nobody",
                    "configuration",
                    Map.of("heaviestKilograms", 0, "colour", "red", "extraDays", "soon")))
            .expect(400)
            .json();

    assertThat(problem.path("violations").findValuesAsText("field"))
        .contains(
            "value",
            "configuration.heaviestKilograms",
            "configuration.colour",
            "configuration.extraDays");
    operator.post(SETUPS, Map.of("scope", "CATEGORY", "value", "home")).expect(400);
  }

  @Test
  void theSchemaOfAConfigurationIsServedInTheReadersLanguage() {
    JsonNode schema =
        operator
            .get("/api/v1/operator/plugins/stripe-gateway/configuration-schema")
            .expect(200)
            .json();

    assertThat(schema.at("/properties/secretKey/writeOnly").asBoolean()).isTrue();
    assertThat(schema.at("/properties/secretKey/title").asText()).isIn("Clé secrète", "Secret key");
  }

  /** Of the rules' kinds that are delivered; what strangers add need not say so much. */
  @Test
  void everyDeliveredKindOfRuleSaysInBothLanguagesWhatEachFieldIsFor() {
    JsonNode kinds =
        operator.get("/api/v1/operator/commission-rules/kinds").expect(200).json().path("items");
    List<String> wordless = new ArrayList<>();
    for (JsonNode kind : kinds) {
      String name = kind.path("kind").asText();
      if (name.startsWith("standard.") || name.startsWith("boreal.")) {
        wordless.addAll(saysNothing(name, kind.path("label")));
        kind.path("fields").forEach(field -> wordless.addAll(wordless(name, field)));
      }
    }

    assertThat(kinds.findValuesAsText("kind")).contains("standard.percentage", "boreal.season");
    assertThat(wordless).isEmpty();
  }

  private static List<String> wordless(String of, JsonNode field) {
    String name = of + "." + field.path("name").asText();
    List<String> wordless = new ArrayList<>(saysNothing(name + " label", field.path("label")));
    wordless.addAll(saysNothing(name + " help", field.path("help")));
    field.path("fields").forEach(part -> wordless.addAll(wordless(name, part)));
    return wordless;
  }

  private static List<String> saysNothing(String what, JsonNode words) {
    return words.path("fr").asText().isBlank() || words.path("en").asText().isBlank()
        ? List.of(what)
        : List.of();
  }

  @Test
  void aSecretIsNeverShownAgain() {
    String stripe = "/api/v1/operator/plugins/stripe-gateway/setups";
    Map<String, Object> keys = Map.of("webhookSecret", "whsec_it_only_for_the_test");

    JsonNode saved =
        operator.post(stripe, Map.of("on", true, "configuration", keys)).expect(200).json();
    Answer history = operator.get(stripe + "/history").expect(200);
    Answer audit = operator.get("/api/v1/operator/audit").expect(200);
    operator.post(stripe + "/end", Map.of("scope", "PLATFORM")).expect(200);

    assertThat(saved.at("/configuration/webhookSecret").asText()).isEqualTo("••••••••");
    assertThat(history.body()).doesNotContain("whsec_it");
    assertThat(audit.body()).doesNotContain("whsec_it");
  }

  @Test
  void aVendorDecidesWhatTheOperatorLeavesToItAndNothingElse() throws Exception {
    Stand stand = Stand.open();
    stand.seller().put("/api/v1/vendor/shipping", POST).expect(200);
    String offer = offerOf(stand.sell("Bowl", 2_000));
    String own = "/api/v1/vendor/plugins/" + SHIPPING;
    stand.seller().put(own, Map.of("on", false)).expect(404);

    leave("CONFIGURE");
    try {
      stand
          .seller()
          .put(own, Map.of("on", true, "configuration", Map.of("handling", euro(70))))
          .expect(200);
      assertThat(shippingOf(offer)).isEqualTo(570);
      leave("SWITCH");
      stand
          .seller()
          .put(own, Map.of("on", true, "configuration", Map.of("handling", euro(90))))
          .expect(400);

      configure(stand, 10);
      stand.seller().put(own, Map.of("on", false)).expect(400);
    } finally {
      leave("NONE");
    }
    assertThat(stand.seller().get("/api/v1/vendor/plugins").expect(200).json().path("items"))
        .isEmpty();
    assertThat(shippingOf(offer)).isEqualTo(510);
  }

  private void leave(String choice) {
    operator
        .put("/api/v1/operator/plugins/" + SHIPPING + "/vendor-choice", Map.of("choice", choice))
        .expect(204);
  }

  private JsonNode configure(Stand stand, long handling) {
    Map<String, Object> setup = new HashMap<>();
    setup.put("scope", "VENDOR");
    setup.put("value", stand.slug());
    setup.put("configuration", Map.of("handling", euro(handling)));
    return operator.post(SETUPS, setup).expect(200).json();
  }

  private static Map<String, Object> euro(long minor) {
    return Map.of("minor", minor, "currency", "EUR");
  }

  /** What the parcel of one piece costs a new guest in Paris. */
  private static long shippingOf(String offer) {
    Purchase purchase = Purchase.of(Shop.asGuest(), 0);
    purchase.add(offer);
    return purchase.view().findPath("shippingOptions").findPath("minor").asLong();
  }

  private static String offerOf(String listing) {
    return Shop.asGuest()
        .get("/api/v1/listings/" + listing)
        .expect(200)
        .json()
        .at("/offers/0/id")
        .asText();
  }
}
