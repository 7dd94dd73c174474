package org.halles.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
  @TempDir Path home;

  @Test
  void aLeftoverServerIsEnded() throws IOException, InterruptedException {
    Process server = new ProcessBuilder("sleep", "60").start();
    Running.in(home).remember("server", server.toHandle(), "");
    assertThat(Running.in(home).endLeftover("server")).isTrue();
    assertThat(server.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(Running.in(home).find("server")).isEmpty();
  }

  @Test
  void aProcessThatOnlyHasTheSameNumberIsLeftAlone() throws IOException, InterruptedException {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Running.in(home).remember("server", stranger.toHandle(), "");
      Path file = home.resolve("run/server.properties");
      Files.writeString(file, Files.readString(file).replaceAll("started=.*", "started=1970"));
      assertThat(Running.in(home).endLeftover("server")).isFalse();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }
}
