package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that starts again and a plugin that goes never disagree about what is installed. */
class TurnTest {

  @TempDir private Path home;

  @Test
  void onlyOneHasItAndWhoEndsGivesItBack() throws Exception {
    try (Turn first = Turn.take(home).orElseThrow()) {
      assertThat(Turn.take(home)).isEmpty();
    }

    Optional<Turn> next = Turn.take(home);

    assertThat(next).isPresent();
    next.get().close();
  }

  @Test
  void noPluginComesOrGoesWhileAServerStartsAgainAndWhoWantsItIsTold() throws Exception {
    Path jar = Files.createDirectories(home.resolve("plugins")).resolve("acme.jar");
    Files.writeString(jar, "lies there");
    PluginStock stock = new PluginStock(home.resolve("halles.ear"), home, new NoCheck());
    PluginCommand command = new PluginCommand(stock, Optional.empty());

    try (Turn starting = Turn.take(home).orElseThrow()) {
      assertThatThrownBy(() -> command.run(List.of("remove", "acme")))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("wait");
    }

    assertThat(jar).exists();
    assertThat(command.run(List.of("remove", "acme"))).isZero();
    assertThat(jar).doesNotExist();
  }

  private static final class NoCheck implements JarCheck {
    @Override
    public Verdict whole(Path jar, List<Path> beside) {
      return new Verdict(true, "");
    }

    @Override
    public Verdict quick(Path jar, List<Path> beside) {
      return new Verdict(true, "");
    }
  }
}
