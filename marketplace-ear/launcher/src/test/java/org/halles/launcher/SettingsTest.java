package org.halles.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Path PROJECT = Path.of("/srv/halles");

  @Test
  void aNewcomerSetsNothing() {
    Settings settings = Settings.from(Map.of(), PROJECT);
    assertThat(settings.home()).isEqualTo(PROJECT.resolve(".halles"));
    assertThat(settings.shopUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.databasePort()).isEqualTo(15432);
    assertThat(settings.demo()).isTrue();
    assertThat(settings.externalDatabase()).isEmpty();
  }

  @Test
  void everyPortMovesByTheOffset() {
    Settings settings = Settings.from(Map.of("HALLES_PORT_OFFSET", "200"), PROJECT);
    assertThat(settings.httpPort()).isEqualTo(8280);
    assertThat(settings.managementPort()).isEqualTo(10190);
    assertThat(settings.databasePort()).isEqualTo(15632);
  }

  @Test
  void whereAMarketplaceRunsIsReadInWhatItSaidOfItself() {
    Settings typed = Settings.from(Map.of("HALLES_PORT_OFFSET", "200"), PROJECT);

    assertThat(Addresses.portOffsetIn(Addresses.of(typed))).hasValue(200);
    assertThat(Addresses.portOffsetIn("")).isEmpty();
    assertThat(Settings.from(Map.of(), PROJECT).withPortOffset(200).shopUrl())
        .isEqualTo(typed.shopUrl());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "", "60000", "1.5"})
  void anOffsetThatIsNoneIsRefusedByName(String offset) {
    assertThatThrownBy(() -> Settings.from(Map.of("HALLES_PORT_OFFSET", offset), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("HALLES_PORT_OFFSET is \"" + offset + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "two", "", "-1"})
  void aNumberOfNodesThatIsNoneIsRefusedByName(String nodes) {
    assertThat(Settings.from(Map.of("HALLES_NODES", "2"), PROJECT).nodes()).isEqualTo(2);
    assertThatThrownBy(() -> Settings.from(Map.of("HALLES_NODES", nodes), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("HALLES_NODES is \"" + nodes + "\"");
  }

  @Test
  void theServersJavaMachineTakesOptionsOfItsOwn() {
    Map<String, String> environment = Map.of("HALLES_JAVA_OPTIONS", " -Xmx4g  -Dx=y\n");
    assertThat(Settings.from(environment, PROJECT).javaOptions())
        .containsExactly("-Xmx4g", "-Dx=y");
    assertThat(Settings.from(Map.of(), PROJECT).javaOptions()).isEmpty();
  }

  @Test
  void anExternalDatabaseNeedsItsUser() {
    Map<String, String> environment = Map.of("HALLES_DB_URL", "jdbc:postgresql://db/halles");
    assertThatThrownBy(() -> Settings.from(environment, PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("HALLES_DB_USER");
  }

  @Test
  void anotherKindOfDatabaseIsRefused() {
    Map<String, String> environment = Map.of("HALLES_DB_URL", "jdbc:mysql://db/halles");
    assertThatThrownBy(() -> Settings.from(environment, PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("jdbc:postgresql:");
  }

  @Test
  void aSwitchThatIsNeitherOnNorOffIsRefused() {
    assertThatThrownBy(() -> Settings.from(Map.of("HALLES_DEMO", "maybe"), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("HALLES_DEMO");
  }

  @Test
  void aLogForPeopleIsTheUsualAndOneForProgramsIsAskedFor() {
    List<String> json = Settings.from(Map.of("HALLES_LOG", "json"), PROJECT).javaOptions();

    assertThat(Settings.from(Map.of(), PROJECT).javaOptions()).isEmpty();
    assertThat(json).contains("-Dhalles.log.json=true", "-Dhalles.log.text=false");
    assertThat(LogFormat.of(json).firstLines()).contains("JsonFormatter");
    assertThat(LogFormat.of(List.of()).firstLines()).contains("PatternFormatter");
    assertThatThrownBy(() -> Settings.from(Map.of("HALLES_LOG", "xml"), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessage("HALLES_LOG is \"xml\"; give text or json.");
  }

  @Test
  void tracesGoToWhomeverIsNamedAndToNobodyElse(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("halles.xml"), "<server><profile></profile></server>");
    List<String> options =
        Settings.from(
                Map.of("HALLES_OTEL_ENDPOINT", "http://127.0.0.1:4317", "HALLES_OTEL_SHARE", "0.1"),
                PROJECT)
            .javaOptions();

    assertThat(Traces.configuration(folder, List.of())).isEqualTo("halles.xml");
    assertThat(options)
        .contains("-Dhalles.otel.endpoint=http://127.0.0.1:4317", "-Dhalles.otel.share=0.1");
    assertThat(Files.readString(folder.resolve(Traces.configuration(folder, options))))
        .containsSubsequence("<profile>", "urn:wildfly:opentelemetry", "</profile>");
    assertThat(Files.readString(folder.resolve("halles.xml"))).doesNotContain("opentelemetry");
  }

  @ParameterizedTest
  @CsvSource({
    "HALLES_OTEL_ENDPOINT, collector:4317",
    "HALLES_OTEL_SHARE, 2",
    "HALLES_OTEL_SHARE, 10 %"
  })
  void aCollectorOrAShareThatIsNoneIsRefusedByName(String name, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HALLES_OTEL_ENDPOINT", "http://127.0.0.1:4317");
    environment.put(name, value);

    assertThatThrownBy(() -> Settings.from(environment, PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(name + " is \"" + value + "\"");
  }
}
