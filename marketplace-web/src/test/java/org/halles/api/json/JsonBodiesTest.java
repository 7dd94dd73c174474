package org.halles.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodiesTest {

  private static final Set<String> SENT_BACK = Set.of("id", "variants.id");

  enum Condition {
    NEW,
    USED
  }

  record Variant(String sku, Money price, Integer stock, Condition condition) {}

  record Draft(Texts title, UUID category, List<Variant> variants, Map<String, String> options) {}

  @Test
  void readsMoneyTextsAndIds() throws IOException {
    Draft draft =
        read(
            """
            {"title": {"fr": "Pain", "en": "Bread"},
             "category": "01890a5d-ac96-774b-bcce-b302099a8057",
             "variants": [{"sku": "P1", "price": {"minor": 450, "currency": "EUR"}, "stock": 3,
                           "condition": "NEW"}]}
            """);

    assertThat(draft.title()).isEqualTo(Texts.of("Pain", "Bread"));
    assertThat(draft.variants().get(0).price()).isEqualTo(Money.of(450, "EUR"));
    assertThat(draft.variants().get(0).condition()).isEqualTo(Condition.NEW);
  }

  @Test
  void looksAwayFromWhatAnAnswerHoldsAndNobodyEdits() throws IOException {
    Draft draft =
        read(
            """
            {"id": {"deep": 1}, "title": {"fr": "Pain"},
             "variants": [{"id": "x", "sku": "P1"}, {"sku": "P2", "id": null}]}
            """);

    assertThat(draft.variants()).extracting(Variant::sku).containsExactly("P1", "P2");
    assertThat(violations("{\"variants\": [{\"status\": 1}], \"category\": {\"id\": 1}}"))
        .hasSize(2);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    List<Violation> found =
        violations(
            """
            {"status": "LIVE", "category": "x",
             "variants": [
               {"sku": 5, "price": {"minor": 4.5, "currency": "EURO", "vat": 1}, "stock": "3"},
               {"condition": "BROKEN", "commission": {"deep": [1, 2]}, "stock": 2.5}]}
            """);

    assertThat(found)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "status",
            "category",
            "variants[0].sku",
            "variants[0].price.vat",
            "variants[0].price.minor",
            "variants[0].price.currency",
            "variants[0].stock",
            "variants[1].condition",
            "variants[1].commission",
            "variants[1].stock");
    assertThat(found)
        .contains(new Violation("variants[1].condition", "must be one of [NEW, USED]", "BROKEN"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null"})
  void asksForABodyWhereThereIsNone(String body) {
    assertThat(violations(body)).extracting(Violation::field).containsExactly("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "\"x\"", "true", "[{}]"})
  void asksForAnObjectWhereSomethingElseWasSent(String body) {
    assertThat(violations(body)).extracting(Violation::field).contains("body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{]", "{\"title\":}", "{} {}", "{\"title\":{},\"title\":{}}", "\u0001"})
  void tellsMalformedJsonApart(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void refusesADepthThatOnlyAnAttackerNeeds() {
    String deep = "{\"title\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

    assertThatThrownBy(() -> read(deep)).isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00x", "x\\ud83d"})
  void refusesTextsThatCannotBeKept(String text) {
    assertThat(violations("{\"options\": {\"k\": \"" + text + "\"}}"))
        .extracting(Violation::field)
        .containsExactly("options.k");
    assertThat(violations("{\"title\": {\"" + text + "\": \"v\"}}")).hasSize(1);
  }

  @Test
  void keepsEmojiAndRightToLeftText() throws IOException {
    assertThat(read("{\"options\": {\"k\": \"\\ud83e\\udd56 \u202e \u05d0\"}}").options())
        .containsEntry("k", "🥖 \u202e א");
  }

  @Test
  void writesMoneyInstantsAndTheEndOfAList() throws IOException {
    Page<Object> page =
        new Page<>(List.of(Money.of(-5, "JPY"), Instant.parse("2026-01-31T12:00:00Z")), null);

    assertThat(Json.mapper().writeValueAsString(page))
        .isEqualTo(
            "{\"items\":[{\"minor\":-5,\"currency\":\"JPY\"},\"2026-01-31T12:00:00Z\"],"
                + "\"next\":null}");
  }

  private static List<Violation> violations(String body) {
    InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(body));
    assertThat(refused).as("refusal of %s", body).isNotNull();
    return refused.violations();
  }

  private static Draft read(String body) throws IOException {
    return (Draft)
        JsonBodies.read(
            Json.mapper().constructType(Draft.class),
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
            SENT_BACK);
  }
}
