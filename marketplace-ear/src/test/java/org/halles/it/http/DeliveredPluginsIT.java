package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.halles.it.Marketplace;
import org.halles.launcher.Project;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plugins that come with Halles are held to what strangers' are held to. */
class DeliveredPluginsIT {

  private static final Path ROOT = Path.of(System.getProperty("halles.project"));

  static List<String> plugins() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("vendor-plugins"))) {
      return folders
          .filter(
              folder ->
                  Files.exists(
                      folder.resolve("src/main/resources/META-INF/halles-plugin.properties")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void promisesNoMoreThanItKeeps(String plugin) throws Exception {
    Project project = Project.of(ROOT);
    // one of them needs these
    List<Path> beside =
        plugin.equals("maison-lumen") ? List.of(project.plugin("standard-commissions")) : List.of();

    assertThat(Marketplace.pluginCheck().quick(project.plugin(plugin), beside).text())
        .doesNotContain("  wrong   ")
        .contains("  fine    ");
  }
}
