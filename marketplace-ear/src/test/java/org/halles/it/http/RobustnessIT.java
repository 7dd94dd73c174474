package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent to the API, the answer says what is wrong with it, and nothing breaks. */
class RobustnessIT {

  private static final String JSON = "application/json";
  private static final int MEBIBYTE = 1 << 20;

  private static final JsonNode NO_TEXT =
      JsonNodeFactory.instance.objectNode().set("unexpected", TextNode.valueOf("object"));

  /** What attackers like to set themselves. */
  private static final Map<String, Object> SMUGGLED =
      Map.of("status", "LIVE", "commission", 0, "trusted", true, "accountId", "x", "role", "ADMIN");

  @TestFactory
  Stream<DynamicTest> malformedJsonIsRefusedWithItsPlace() {
    return bodies(
        (operation, who, stalls) -> {
          for (String body : List.of("{", "{\"a\":}", "[1,", "{'a':1}", "{\"a\":1,\"a\":2}")) {
            Answer answer = operation.send(who, stalls, body);
            answer.expect(400);
            assertThat(answer.problem()).isEqualTo("malformed-json");
            assertThat(answer.json().path("detail").asText()).contains("line 1, column");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> membersThatARequestDoesNotHaveAreRefusedByName() {
    return bodies(
        (operation, who, stalls) -> {
          ObjectNode body = stalls.body(operation).deepCopy();
          Set<String> smuggled = new HashSet<>(SMUGGLED.keySet());
          smuggled.removeIf(
              name ->
                  body.has(name)
                      || isAnswerToAnyQuestion(operation, name)
                      || isSentBack(operation, name));
          smuggled.forEach(name -> body.putPOJO(name, SMUGGLED.get(name)));

          Answer answer = operation.call(who, stalls, body);

          answer.expect(400);
          assertThat(answer.violatedFields()).containsAll(smuggled);
        });
  }

  @TestFactory
  Stream<DynamicTest> aWrongTypeIsRefusedBesideItsField() {
    return bodies(
        (operation, who, stalls) ->
            Texts.in(stalls.body(operation))
                .forEach(
                    place -> {
                      JsonNode body = place.replaced(stalls.body(operation), NO_TEXT);
                      Answer answer = operation.call(who, stalls, body);
                      assertThat(answer.status()).as("%s %s", place, answer).isBetween(400, 499);
                      assertThat(answer.problem()).isNotEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aMissingValueAnywhereIsAnAnswerWithoutATrace() {
    return bodies(
        (operation, who, stalls) -> {
          List<JsonNode> bodies = new ArrayList<>();
          bodies.add(JsonNodeFactory.instance.objectNode());
          Texts.in(stalls.body(operation))
              .forEach(
                  place -> bodies.add(place.replaced(stalls.body(operation), NullNode.instance)));
          stalls
              .body(operation)
              .fieldNames()
              .forEachRemaining(
                  name ->
                      bodies.add(
                          ((ObjectNode) stalls.body(operation).deepCopy())
                              .set(name, JsonNodeFactory.instance.arrayNode().addNull())));

          for (JsonNode body : bodies) {
            Answer answer = operation.call(who, stalls, body);
            assertThat(answer.status()).as("%s %s", body, answer).isLessThan(500);
            assertThat(answer.body()).doesNotContain("Exception", "org.halles.");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aParameterWithoutAValueIsAsGoodAsNone() {
    TwoStalls stalls = TwoStalls.open();
    Shop who = stalls.operator().with("X-Vendor", stalls.slugOfB());
    return Operation.served().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> !operation.queryParameters().isEmpty())
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.key(),
                    () -> {
                      for (String name : operation.queryParameters()) {
                        Answer answer = who.get(stalls.fill(operation.path()) + "?" + name + "=");
                        assertThat(answer.status()).as("%s", answer).isLessThan(500);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anotherShapeThanAnObjectIsRefused() {
    return bodies(
        (operation, who, stalls) -> {
          for (String body : List.of("[]", "1", "\"x\"", "true", "1e999", "-0")) {
            operation.send(who, stalls, body).expect(400);
          }
        });
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedHoweverItComes() {
    String large = "{\"currency\":\"" + "E".repeat(MEBIBYTE) + "\"}";

    Answer answer = Shop.asGuest().raw("POST", "/api/v1/carts", JSON, large).expect(413);

    assertThat(answer.problem()).isEqualTo("body-too-large");
  }

  @Test
  void aDepthThatOnlyAnAttackerNeedsIsRefused() {
    String deep = "[".repeat(50_000) + "]".repeat(50_000);

    Shop.asGuest().raw("POST", "/api/v1/carts", JSON, deep).expect(400);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/v1/categories, 405",
    "GET, /api/v1/checkouts, 405",
    "GET, /api/v1/nothing, 404",
    "GET, /api/v1, 404",
    "GET, /api/v1/listings/not-an-id, 404",
    "GET, /api/v1/listings/1-1-1-1-1, 404",
    "GET, /api/v1/carts/%27%3B--, 404",
    "GET, /api/v1/listings?limit=abc, 400",
    "GET, /api/v1/listings?limit=0, 400",
    "GET, /api/v1/listings?limit=101, 400",
    "GET, /api/v1/listings?limit=99999999999, 400",
    "GET, /api/v1/listings?cursor=%00, 400",
    "GET, /api/v1/listings?cursor=nonsense, 400",
    "GET, /api/v1/listings?cursor=%F0%9F%A5%96, 400",
    "GET, /api/v1/storefronts?cursor=AAAA, 400",
    "GET, /api/v1/listings?minPrice=-1, 400",
    "GET, /api/v1/listings?sort=nonsense, 400"
  })
  void aBadAddressIsAProblemDocument(String method, String path, int status) {
    Answer answer = Shop.asGuest().raw(method, path, JSON, "").expect(status);

    assertThat(answer.problem()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data"})
  void anotherMediaTypeIsRefused(String type) {
    Answer answer = Shop.asGuest().raw("POST", "/api/v1/carts", type, "{\"currency\":\"EUR\"}");

    answer.expect(415);
    assertThat(answer.problem()).isEqualTo("unsupported-media-type");
  }

  @ParameterizedTest
  @CsvSource({"Accept, ;;;", "Accept-Language, *;q=x"})
  void aHeaderThatCannotBeReadIsRefusedInWords(String header, String value) {
    Answer answer = Shop.asGuest().with(header, value).get("/api/v1/categories").expect(400);

    assertThat(answer.problem()).isEqualTo("bad-request");
    assertThat(answer.json().path("detail").asText()).contains(header);
  }

  @Test
  void whoAcceptsOnlySomethingElseIsToldSo() {
    Shop.asGuest().with("Accept", "application/xml").get("/api/v1/categories").expect(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Basic YTpi",
        "Bearer halles_AAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\u00e9"
      })
  void aBadTokenIsRefusedEvenWhereNoneIsNeeded(String header) {
    Answer answer = Shop.asGuest().with("Authorization", header).get("/api/v1/categories");

    answer.expect(401);
    assertThat(answer.header("WWW-Authenticate")).isPresent();
  }

  /** The questions of a checklist are the operator's: any name that carries a text may be one. */
  private static boolean isAnswerToAnyQuestion(Operation operation, String name) {
    return operation.path().endsWith("/checklist/{requirement}")
        && SMUGGLED.get(name) instanceof String;
  }

  /**
   * What GET answers may come back; {@link ReadChangeSendBackIT} sees that nothing is made of it.
   */
  private static boolean isSentBack(Operation operation, String name) {
    return operation.method().equals("PUT")
        && operation.path().equals("/api/v1/vendor/listings/{id}")
        && name.equals("status");
  }

  private interface Check {
    void on(Operation operation, Shop who, TwoStalls stalls);
  }

  /**
   * The check on every operation that takes a body and looks at it, as somebody who may call it.
   */
  private static Stream<DynamicTest> bodies(Check check) {
    TwoStalls stalls = TwoStalls.open();
    return Operation.served().stream()
        .filter(Operation::takesBody)
        .filter(operation -> !operation.path().startsWith("/api/v1/webhooks/"))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.key(),
                    () -> check.on(operation, stalls.operatorFor(operation), stalls)));
  }
}
