package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no plugin by its looks alone is told so at once, and nothing is tried with it. */
class PluginCommandTest {

  @TempDir private Path folder;
  private PluginCommand plugins;

  @BeforeEach
  void aMarketplaceThatDoesNotRun() {
    plugins =
        new PluginCommand(
            new PluginStock(folder.resolve("halles.ear"), folder.resolve("home"), null),
            Optional.empty());
  }

  @Test
  void aFileThatIsNoJarIsSaidToBeNone() throws IOException {
    Path garbage = Files.writeString(folder.resolve("plugin.jar"), "this is no jar");

    assertThatThrownBy(() -> plugins.run(List.of("check", garbage.toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("plugin.jar is no jar, or it is damaged");
    assertThat(folder.resolve("home/plugins/plugin.jar")).doesNotExist();
  }

  @Test
  void aJarOfTwoHundredMegabytesIsRefusedWithTheSizeThatIsAllowed() throws IOException {
    Path huge = folder.resolve("huge.jar");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(200L * 1024 * 1024);
    }

    assertThatThrownBy(() -> plugins.run(List.of("add", huge.toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has 200 MB, and a plugin may have 32");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> plugins.run(List.of("add", folder.resolve("none.jar").toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("none.jar");
  }
}
