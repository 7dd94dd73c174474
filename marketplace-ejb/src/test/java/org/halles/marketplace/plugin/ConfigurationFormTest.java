package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
      @Setting(longest = 8, helpEn = "No capitals.", pattern = "[^A-Z]*") String note,
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
        read(
            "{\"key\": \"hidden\", \"weight\": 71, \"note\": \"much too long\", \"quick\": false}");

    assertThat(wrong)
        .extracting(Violation::field, Violation::message, Violation::value)
        .containsExactlyInAnyOrder(
            tuple("configuration.key", "is not written as this plugin wants it", null),
            tuple("configuration.weight", "must be from 1 to 70", "71"),
            tuple("configuration.note", "must have at most 8 characters", "\"much too long\""));
    assertThat(read("{\"key\": \"k_123\", \"note\": \"ABC\", \"quick\": false}"))
        .extracting(Violation::message)
        .containsExactly("must look as its description says");
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
    assertThat(anew(shown, good)).isEqualTo(good);
  }

  @Test
  void dotsWithoutAFormerSecretAskForItAndNoSecretIsNoFault() {
    KeptSecrets anew = new KeptSecrets();
    JsonNode dots =
        Json.read(
            """
            {"key": "••••••••", "note": "••••••••", "main": {"name": "me", "password": null}}
            """,
            JsonNode.class);

    JsonNode open = anew.of(dots, null, FORM, "configuration");

    assertThat(open.toString()).isEqualTo("{\"note\":\"••••••••\",\"main\":{\"name\":\"me\"}}");
    assertThat(anew.violations())
        .extracting(Violation::field, Violation::message, Violation::value)
        .containsExactly(
            tuple("configuration.key", "must be typed again: nothing is kept for it", null));
  }

  @Test
  void aLineKeepsItsSecretWhereverItStandsAndAnotherLineNeverGetsIt() {
    JsonNode former =
        accounts("{'name': 'one', 'password': 'p1'}, {'name': 'two', 'password': 'p2'}");

    assertThat(anew(accounts("{'name': 'two', 'password': '••••••••'}"), former))
        .isEqualTo(accounts("{'name': 'two', 'password': 'p2'}"));

    KeptSecrets anew = new KeptSecrets();
    JsonNode another = accounts("{'name': 'three', 'password': '••••••••'}");
    assertThat(anew.of(another, former, FORM, "configuration").toString()).doesNotContain("p1");
    assertThat(anew.violations())
        .extracting(Violation::field)
        .containsExactly("configuration.accounts[0].password");
  }

  @Test
  void anEmptySecretIsNoneAndIsNotKept() {
    assertThat(anew(json("{'key': ' ', 'note': ''}"), json("{'key': 'k_123'}")))
        .isEqualTo(json("{'note': ''}"));
  }

  @Test
  void linesThatSayTheSameAreToldApartByTheirPlacesWhileAllAreThere() {
    JsonNode former =
        accounts("{'name': 'one', 'password': 'p1'}, {'name': 'one', 'password': 'p2'}");
    String dots = "{'name': 'one', 'password': '••••••••'}";

    assertThat(anew(accounts(dots + ", " + dots), former)).isEqualTo(former);

    KeptSecrets anew = new KeptSecrets();
    anew.of(accounts(dots), former, FORM, "configuration");
    assertThat(anew.violations()).hasSize(1);
  }

  @Test
  void whatARecordRefusesAsAWholeIsNotRepeatedAndNoPartWithASecretIs() {
    assertThat(
            read("{\"key\": \"k_123\", \"quick\": true, \"main\": \"p2\", \"accounts\": \"p1\"}"))
        .extracting(Violation::field, Violation::value)
        .containsExactlyInAnyOrder(
            tuple("configuration.main", null), tuple("configuration.accounts", null));

    assertThat(refusedBy(Pair.class, "{'first': 'secret', 'names': ['a']}"))
        .extracting(Violation::field, Violation::value)
        .containsExactly(
            tuple("configuration", null),
            tuple("configuration.first", null),
            tuple("configuration.names[0]", "\"a\""));
  }

  record Shares(@Setting(en = "Share", least = 0, most = 50) Rate share) {}

  /** What bounds a number bounds a share in percent, in the form and in the schema. */
  @Test
  void aShareIsBoundedInPercent() {
    ConfigurationReader reader = new ConfigurationReader();
    reader.read(
        Json.read("{\"share\": \"50.1 %\"}", JsonNode.class), Shares.class, "configuration");

    assertThat(reader.violations())
        .containsExactly(
            new Violation("configuration.share", "must be a share from 0 % to 50 %", "\"50.1 %\""));
    assertThat(
            new ConfigurationReader()
                .read(Json.read("{\"share\": \"1/2\"}", JsonNode.class), Shares.class, "c"))
        .isEqualTo(new Shares(Rate.of(1, 2)));
    assertThat(
            ConfigurationSchema.of(ConfigurationField.allOf(Shares.class), "en")
                .at("/properties/share/x-most-percent")
                .asInt())
        .isEqualTo(50);
  }

  @Test
  void aListOfSecretsIsRefusedAtDeployment() {
    assertThatThrownBy(() -> ConfigurationField.allOf(Keys.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keys of " + Keys.class.getName())
        .hasMessageContaining("list of records");
  }

  record Keys(List<Secret> keys) {}

  /** Finds fault with everything. */
  record Pair(Secret first, List<String> names) {
    Pair {
      throw new IllegalArgumentException(
          "the pair does not fit; first is wrong; names[0] is wrong");
    }
  }

  private static JsonNode anew(JsonNode typed, JsonNode former) {
    KeptSecrets anew = new KeptSecrets();
    JsonNode open = anew.of(typed, former, FORM, "configuration");
    assertThat(anew.violations()).isEmpty();
    return open;
  }

  private static JsonNode accounts(String lines) {
    return json("{'accounts': [" + lines + "]}");
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'), JsonNode.class);
  }

  private static List<Violation> refusedBy(Class<? extends Record> type, String json) {
    ConfigurationReader reader = new ConfigurationReader();
    assertThat(reader.read(json(json), type, "configuration")).isNull();
    return reader.violations();
  }

  private static List<Violation> read(String json) {
    ConfigurationReader reader = new ConfigurationReader();
    reader.read(Json.read(json, JsonNode.class), Terms.class, "configuration");
    return reader.violations();
  }
}
