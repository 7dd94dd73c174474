package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;
import org.halles.spi.Setting;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

  enum Day {
    MONDAY
  }

  record Step(Money from, Rate rate) {}

  record Terms(Rate rate, Money cap, int times, List<Step> steps, Base base, Day day) {
    Terms {
      if (times < 0) {
        throw new IllegalArgumentException("times is " + times + ": it must be zero or more");
      }
    }
  }

  private static final Terms TERMS =
      new Terms(
          Rate.percent("12.5"),
          Money.of(150, "EUR"),
          3,
          List.of(new Step(Money.of(0, "EUR"), Rate.of(1, 3))),
          Base.NET_OF_TAX,
          null);

  @Test
  void whatIsWrittenIsReadBack() {
    ConfigurationReader reader = new ConfigurationReader();

    Terms read = reader.read(ConfigurationWriter.write(TERMS), Terms.class, "configuration");

    assertThat(reader.violations()).isEmpty();
    assertThat(read).isEqualTo(TERMS);
  }

  record Scale(@Setting(decimal = true, pattern = "\\d+(\\.\\d{1,2})?") String factor) {}

  /** A French operator is shown 1,5 and sends it back so; the plugin need not know. */
  @Test
  void aNumberWithDecimalsIsHandedOverWithAPointWhateverWasTyped() {
    for (String typed : List.of("1.55", "1,55", " 1,55 ")) {
      ConfigurationReader reader = new ConfigurationReader();

      Scale read =
          reader.read(
              Json.read("{\"factor\": \"" + typed + "\"}", JsonNode.class),
              Scale.class,
              "configuration");

      assertThat(reader.violations()).as(typed).isEmpty();
      assertThat(read).isEqualTo(new Scale("1.55"));
    }
    ConfigurationReader reader = new ConfigurationReader();
    reader.read(Json.read("{\"factor\": \"1,555\"}", JsonNode.class), Scale.class, "configuration");
    assertThat(reader.violations()).hasSize(1);
  }

  @Test
  void peopleCanReadWhatIsWritten() {
    assertThat(ConfigurationWriter.write(TERMS).toString())
        .isEqualTo(
            "{\"rate\":\"12.5 %\",\"cap\":{\"minor\":150,\"currency\":\"EUR\"},\"times\":3,"
                + "\"steps\":[{\"from\":{\"minor\":0,\"currency\":\"EUR\"},\"rate\":\"1/3\"}],"
                + "\"base\":\"NET_OF_TAX\"}");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsPathAndValue() {
    List<Violation> violations =
        violations(
            "{\"rate\":\"a lot\",\"cap\":{\"minor\":1.5,\"currency\":\"EUR\"},"
                + "\"steps\":[{\"rate\":7}],\"base\":\"THIN_AIR\",\"colour\":\"red\"}");

    assertThat(violations)
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "configuration.colour",
            "configuration.rate",
            "configuration.cap",
            "configuration.times",
            "configuration.steps[0].rate",
            "configuration.base");
    assertThat(violations)
        .anySatisfy(
            violation -> {
              assertThat(violation.value()).isEqualTo("\"a lot\"");
              assertThat(violation.message()).contains("12.5 %");
            });
  }

  @Test
  void whatOnlyTheRecordKnowsIsToldInItsWords() {
    assertThat(violations("{\"rate\":\"1 %\",\"times\":-1}"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo("configuration.times");
              assertThat(violation.message()).isEqualTo("is -1: it must be zero or more");
              assertThat(violation.value()).isEqualTo("-1");
            });
  }

  record Keys(@Setting(fr = "Clé", en = "Key", required = true) Secret key, Secret spare) {}

  @Test
  void anEmptySecretIsNoneAndAWordOnlyIfItIsNeeded() {
    ConfigurationReader needed = new ConfigurationReader();
    needed.read(
        Json.read("{\"key\":\" \",\"spare\":\"\"}", JsonNode.class), Keys.class, "configuration");
    ConfigurationReader spared = new ConfigurationReader();
    Keys keys =
        spared.read(
            Json.read("{\"key\":\"k\",\"spare\":\"\"}", JsonNode.class),
            Keys.class,
            "configuration");

    assertThat(needed.violations())
        .extracting(violation -> violation.field() + " " + violation.message())
        .containsExactly("configuration.key is missing");
    assertThat(spared.violations()).isEmpty();
    assertThat(keys.spare()).isNull();
  }

  private static List<Violation> violations(String json) {
    ConfigurationReader reader = new ConfigurationReader();
    Terms read = reader.read(Json.read(json, JsonNode.class), Terms.class, "configuration");
    assertThat(read).isNull();
    return reader.violations();
  }
}
