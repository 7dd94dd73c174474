package org.halles.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** {@code halles stop}: ends a run from elsewhere, and what a killed run left behind. */
final class StopCommand {
  private final Settings settings;

  StopCommand(Settings settings) {
    this.settings = settings;
  }

  int execute() throws IOException, InterruptedException {
    Running running = Running.in(settings.home());
    Optional<ProcessHandle> launcher = running.find("launcher");
    if (!running.take()) {
      ask(launcher);
    } else {
      boolean server = NodeServer.endLeftovers(running);
      boolean database = new LeftoverPostgres(settings.home().resolve("database")).clear();
      running.release();
      System.out.println(
          server || database
              ? "Stopped what a killed run had left behind."
              : "Halles does not run with this home (" + settings.home() + ").");
    }
    return 0;
  }

  private static void ask(Optional<ProcessHandle> launcher) throws InterruptedException {
    ProcessHandle process =
        launcher.orElseThrow(
            () -> new Refusal("Another halles command uses this home; try again in a moment."));
    process.destroy();
    if (!Signals.awaitEnd(process, Duration.ofSeconds(90))) {
      throw new Refusal("The run (process %d) does not stop; end it and run again.", process.pid());
    }
    System.out.println("Stopped.");
  }
}
