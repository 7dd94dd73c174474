package org.halles.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
