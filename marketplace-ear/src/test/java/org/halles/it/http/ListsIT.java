package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Every list of the API is read in the same way: {@code limit}, {@code cursor}, {@code next}. */
class ListsIT {

  private static final String NEEDED = "?q=lampe&gtin=4006381333931&period=2026-10";

  private final JsonNode description =
      Shop.asGuest().get("/openapi?format=JSON").expect(200).json();

  @Test
  void everyListTakesALimitAndACursor() {
    List<String> deaf = new ArrayList<>();

    lists()
        .forEach(
            (path, operation) -> {
              List<String> taken = operation.path("parameters").findValuesAsText("name");
              if (!taken.contains("limit") || !taken.contains("cursor")) {
                deaf.add(path);
              }
            });

    assertThat(lists()).hasSizeGreaterThan(60);
    assertThat(deaf).isEmpty();
  }

  @Test
  void whatIsReadIsNeverABareArrayToWhichNothingCouldBeAdded() {
    List<String> bare = new ArrayList<>();

    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              JsonNode schema =
                  path.getValue().at("/get/responses/200/content/application~1json/schema");
              if (schema.path("type").asText().equals("array")) {
                bare.add(path.getKey());
              }
            });

    assertThat(bare).isEmpty();
  }

  @Test
  void everyListGivesAsManyAsAskedForAndSaysWhereItGoesOn() {
    List<String> wrong = new ArrayList<>();
    List<String> continued = new ArrayList<>();

    lists().keySet().stream()
        .filter(path -> !path.contains("{"))
        .forEach(
            path -> {
              Shop reader = reader(path);
              Answer first = reader.get(path + NEEDED + "&limit=1");
              if (first.status() == 404) {
                return; // nothing of the kind belongs to this reader
              }
              JsonNode answer = first.expect(200).json();
              if (answer.path("items").size() > 1
                  || reader.get(path + NEEDED + "&limit=0").status() != 400) {
                wrong.add(path);
              }
              String next = answer.path("next").asText(null);
              if (next != null) {
                continued.add(path);
                JsonNode second =
                    reader.get(path + NEEDED + "&limit=1&cursor=" + next).expect(200).json();
                if (second.path("items").equals(answer.path("items"))
                    || first.header("Link").isEmpty()) {
                  wrong.add(path + " goes on wrongly");
                }
              }
            });

    assertThat(wrong).isEmpty();
    assertThat(continued)
        .contains(
            "/api/v1/categories",
            "/api/v1/operator/plugins",
            "/api/v1/operator/commission-rules",
            "/api/v1/operator/commission-rules/kinds",
            "/api/v1/operator/gateways",
            "/api/v1/return-reasons",
            "/api/v1/vendor/webhooks/event-types");
  }

  @Test
  void everythingThatIsMalformedInAQueryIsToldAtOnce() {
    Answer answer =
        Shop.asGuest().get("/api/v1/listings?minPrice=cheap&maxPrice=dear&limit=few").expect(400);

    assertThat(answer.json().path("violations").findValuesAsText("field"))
        .containsExactlyInAnyOrder("minPrice", "maxPrice", "limit");
  }

  private static Shop reader(String path) {
    return path.startsWith("/api/v1/operator/")
        ? Shop.asOperator()
        : path.startsWith("/api/v1/vendor/") ? Shop.asOwnerOf("maison-lumen") : Shop.asBuyer();
  }

  /** What answers with {@code items}, by its path. */
  private Map<String, JsonNode> lists() {
    Map<String, JsonNode> lists = new LinkedHashMap<>();
    description
        .path("paths")
        .fields()
        .forEachRemaining(
            path -> {
              JsonNode get = path.getValue().path("get");
              JsonNode schema = resolved(get.at("/responses/200/content/application~1json/schema"));
              if (schema.path("properties").has("items")) {
                lists.put(path.getKey(), get);
              }
            });
    return lists;
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
  }
}
