package org.halles.plugins.euvat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.halles.spi.Rate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our table against one that others publish, where it is at hand. */
class PublishedRatesTest {

  private static final LocalDate ON = LocalDate.of(2026, 1, 1);

  /** What the published table has and the law no longer says, and why. */
  private static final Map<String, String> OUTDATED_THERE =
      Map.of("PT Azores", "16 % since 1 July 2021; the published table still says 18 %");

  /** Not a member state. */
  private static final Set<String> NOT_OURS = Set.of("GB");

  private final RateTable table = RateTable.load();
  private JsonObject published;

  @BeforeEach
  void read() throws IOException {
    Path file = shared().resolve("data/tax-geo/eu-vat-rates.ibericode.json");
    assumeTrue(Files.isReadable(file), "no published rates at " + file);
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      published = reader.readObject().getJsonObject("items");
    }
  }

  @Test
  void standard_rates_are_equal_in_every_state_and_period() {
    Map<String, String> ours = new TreeMap<>();
    Map<String, String> theirs = new TreeMap<>();
    published.forEach(
        (country, periods) -> {
          if (!NOT_OURS.contains(country)) {
            compareStandard(country, periods.asJsonArray(), ours, theirs);
          }
        });

    assertThat(ours).hasSizeGreaterThan(40).isEqualTo(theirs);
    assertThat(published.size() - NOT_OURS.size()).isEqualTo(table.states().size());
  }

  @Test
  void places_with_rates_of_their_own_are_equal() {
    Set<String> ours = new TreeSet<>();
    for (MemberState state : table.states()) {
      state.places().forEach(p -> ours.add(line(state.code(), p.postalCodes(), p.rates())));
    }
    Set<String> theirs = new TreeSet<>();
    published.forEach(
        (country, periods) ->
            exceptions(periods)
                .forEach(place -> theirs.add(published(country, place.asJsonObject()))));
    theirs.removeIf(line -> line.isEmpty());
    ours.removeIf(line -> line.startsWith("PT 9[5-9]"));

    assertThat(ours).hasSizeGreaterThan(15).isEqualTo(theirs);
  }

  private static String published(String country, JsonObject place) {
    return OUTDATED_THERE.containsKey(country + " " + place.getString("name"))
        ? ""
        : country
            + " "
            + place.getString("postcode")
            + " "
            + Rate.percent(place.getJsonNumber("standard").bigDecimalValue());
  }

  private static String line(String country, Pattern codes, RateSet rates) {
    return country + " " + codes + " " + rates.standard();
  }

  private void compareStandard(
      String country, JsonArray periods, Map<String, String> ours, Map<String, String> theirs) {
    MemberState state = table.state(country).orElseThrow();
    for (JsonValue value : periods) {
      JsonObject period = value.asJsonObject();
      LocalDate from = LocalDate.parse(period.getString("effective_from"));
      theirs.put(
          country + " " + from,
          Rate.percent(period.getJsonObject("rates").getJsonNumber("standard").bigDecimalValue())
              .toString());
      ours.put(country + " " + from, state.on(from).standard().toString());
    }
  }

  /** Those of the newest period. */
  private static JsonArray exceptions(JsonValue periods) {
    return periods.asJsonArray().stream()
        .map(JsonValue::asJsonObject)
        .filter(p -> !LocalDate.parse(p.getString("effective_from")).isAfter(ON))
        .max((a, b) -> a.getString("effective_from").compareTo(b.getString("effective_from")))
        .filter(p -> p.containsKey("exceptions"))
        .map(p -> p.getJsonArray("exceptions"))
        .orElse(JsonValue.EMPTY_JSON_ARRAY);
  }

  private static Path shared() {
    String given = System.getProperty("halles.shared");
    return given != null ? Path.of(given) : Path.of("../../../shared");
  }
}
