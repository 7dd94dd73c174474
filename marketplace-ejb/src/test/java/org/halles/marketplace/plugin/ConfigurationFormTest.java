package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.halles.marketplace.plugin.ConfigurationField.Takes;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;
import org.halles.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record becomes a form, a schema, checks, and something that can be kept. */
class ConfigurationFormTest {

  enum Mode {
    CALM,
    BUSY
  }

  record Account(String name, Secret password) {}

  record Terms(
      @Setting(fr = "Clé", en = "Key", required = true, pattern = "k_\\w+") Secret key,
      @Setting(fr = "Poids", en = "Weight", unit = "kg", least = 1, most = 70) Integer weight,
      @Setting(longest = 5) String note,
      Rate rate,
      Money fee,
      Mode mode,
      boolean quick,
      List<String> words,
      List<Account> accounts,
      Account main) {}

  private static final List<ConfigurationField> FORM = ConfigurationField.allOf(Terms.class);
  private static final String GOOD =
      """
      {"key": "k_123", "weight": 30, "note": "abc", "rate": "5 %",
       "fee": {"minor": 100, "currency": "EUR"}, "mode": "BUSY", "quick": true, "words": ["a"],
       "accounts": [{"name": "one", "password": "p1"}], "main": {"name": "me", "password": "p2"}}
      """;

  @TempDir private Path folder;

  @Test
  void everyComponentIsAFieldOfItsKind() {
    assertThat(FORM)
        .extracting(ConfigurationField::name, ConfigurationField::takes)
        .containsExactly(
            tuple("key", Takes.SECRET),
            tuple("weight", Takes.NUMBER),
            tuple("note", Takes.TEXT),
            tuple("rate", Takes.SHARE),
            tuple("fee", Takes.AMOUNT),
            tuple("mode", Takes.CHOICE),
            tuple("quick", Takes.YES_NO),
            tuple("words", Takes.LIST),
            tuple("accounts", Takes.LINES),
            tuple("main", Takes.PART));
    assertThat(FORM.get(0).labelIn("fr")).isEqualTo("Clé");
    assertThat(FORM.get(1).unit()).isEqualTo("kg");
  }

  @Test
  void theSchemaSaysTheSameInTheReadersLanguage() {
    ObjectNode schema = ConfigurationSchema.of(FORM, "fr");

    assertThat(schema.at("/properties/key/title").asText()).isEqualTo("Clé");
    assertThat(schema.at("/properties/key/writeOnly").asBoolean()).isTrue();
    assertThat(schema.at("/properties/weight/maximum").asLong()).isEqualTo(70);
    assertThat(schema.at("/properties/mode/enum/1").asText()).isEqualTo("BUSY");
    assertThat(schema.at("/properties/accounts/items/properties/password/format").asText())
        .isEqualTo("password");
    assertThat(schema.at("/required"))
        .singleElement()
        .extracting(JsonNode::asText)
        .isEqualTo("key");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNoSecretIsRepeated() {
    List<Violation> wrong =
        read("{\"key\": \"hidden\", \"weight\": 71, \"note\": \"too long\", \"quick\": false}");

    assertThat(wrong)
        .extracting(Violation::field, Violation::message, Violation::value)
        .containsExactlyInAnyOrder(
            tuple("configuration.key", "must look like k_\\w+", null),
            tuple("configuration.weight", "must be between 1 and 70", "71"),
            tuple("configuration.note", "must have at most 5 characters", "\"too long\""));
    assertThat(read("{\"quick\": false}"))
        .extracting(Violation::field, Violation::message)
        .containsExactly(tuple("configuration.key", "is missing"));
    assertThat(read(GOOD)).isEmpty();
  }

  @Test
  void secretsAreSealedWhereverTheyStandAndDotsLeaveThemAsTheyWere() {
    SealedSettings settings = new SealedSettings(new Vault(folder.resolve("vault.key")));
    JsonNode good = Json.read(GOOD, JsonNode.class);

    JsonNode kept = settings.seal("acme", good, FORM);
    JsonNode shown = settings.mask(kept);

    assertThat(kept.toString()).doesNotContain("k_123", "\"p1\"", "\"p2\"").contains("\"one\"");
    assertThat(shown.at("/accounts/0/password").asText()).isEqualTo(SealedSettings.DOTS);
    assertThat(settings.open("acme", kept)).isEqualTo(good);
    assertThat(settings.typedAnew(shown, good)).isEqualTo(good);
    assertThat(settings.typedAnew(shown, null).path("key").isNull()).isTrue();
  }

  private static List<Violation> read(String json) {
    ConfigurationReader reader = new ConfigurationReader();
    reader.read(Json.read(json, JsonNode.class), Terms.class, "configuration");
    return reader.violations();
  }
}
