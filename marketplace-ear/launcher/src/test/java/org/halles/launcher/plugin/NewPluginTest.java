package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of a new plugin; that it builds and works is shown on a whole marketplace. */
class NewPluginTest {

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void checkout() throws IOException {
    project = Checkout.in(folder.resolve("project")).project();
  }

  @Test
  void it_holds_a_rule_its_tests_and_a_pom_that_finds_what_it_is_built_with() throws IOException {
    Path made =
        NewPlugin.of("acme-weekend", "com.acme.weekend")
            .in(project, folder.resolve("home"), folder);

    assertThat(made).isEqualTo(folder.resolve("acme-weekend"));
    assertThat(made.resolve("src/main/java/com/acme/weekend/WeekendCommission.java")).exists();
    assertThat(made.resolve("src/test/java/com/acme/weekend/WeekendCommissionTest.java")).exists();
    try (Stream<Path> files = Files.walk(made)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThanOrEqualTo(7)
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("${"));
    }
    Path kit = folder.resolve("home/plugin-kit").toAbsolutePath();
    assertThat(Files.readString(made.resolve("pom.xml"))).contains(kit.toUri().toString());
    try (Stream<Path> files = Files.walk(kit)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.matches("halles-spi-.*(?<!-sources)\\.jar"))
          .anyMatch(name -> name.matches("halles-spi-.*-sources\\.jar"))
          .anyMatch(name -> name.matches("halles-testkit-.*\\.pom"))
          .anyMatch(name -> name.matches("vendor-plugins-.*\\.pom"));
    }
  }

  /** Maven keeps what it took under a version: another build must never be answered with it. */
  @Test
  void another_build_of_the_kit_is_another_version() throws IOException {
    Path home = folder.resolve("a & b");
    Kit first = Kit.make(project, home);
    Kit same = Kit.make(project, home);
    Path built = project.resolve("vendor-plugins/spi/target");
    try (Stream<Path> jars = Files.list(built)) {
      Files.writeString(jars.findFirst().orElseThrow(), "another spi");
    }
    Kit other = Kit.make(project, home);

    assertThat(same.version()).isEqualTo(first.version());
    assertThat(other.version()).isNotEqualTo(first.version());
    assertThat(Path.of(URI.create(other.url().replace("&amp;", "&")))).isEqualTo(home);
    assertThat(other.url()).doesNotContainPattern("&(?!amp;)");
    Path described =
        home.resolve("org/halles/halles-spi/" + other.version())
            .resolve("halles-spi-" + other.version() + ".pom");
    assertThat(Files.readString(described)).contains("<version>" + other.version() + "</version>");
  }

  @Test
  void a_folder_that_is_there_is_left_alone() throws IOException {
    Files.createDirectories(folder.resolve("mine"));

    assertThatThrownBy(() -> NewPlugin.of("mine", null).in(project, folder.resolve("home"), folder))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("mine exists already");
  }

  @ParameterizedTest
  @CsvSource({
    "Acme, com.acme, Acme",
    "acme_weekend, com.acme, acme_weekend",
    "acme, com.new, com.new",
    "acme-new, , acme.new",
    "acme, com acme, com acme"
  })
  void what_is_no_id_or_no_package_is_named(String id, String packageName, String named) {
    assertThatThrownBy(() -> NewPlugin.of(id, packageName))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(named);
  }

  /** A word of the id may be the name of a class that the plugin needs. */
  @ParameterizedTest
  @ValueSource(strings = {"acme-rate", "acme-list", "acme-terms", "acme-string", "acme-8-percent"})
  void noClassHidesAnotherThatItNeeds(String id) throws IOException {
    Path made = NewPlugin.of(id, "com.acme").in(project, folder.resolve("home"), folder);

    try (Stream<Path> sources = Files.list(made.resolve("src/main/java/com/acme"))) {
      assertThat(sources.map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .allMatch(name -> name.endsWith("Commission.java"));
    }
  }
}
