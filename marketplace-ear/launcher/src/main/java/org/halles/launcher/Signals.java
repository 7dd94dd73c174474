package org.halles.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What a Java process cannot ask of another one by itself. */
final class Signals {
  private Signals() {}

  /**
   * SIGINT, which PostgreSQL takes as "end connections and stop"; its SIGTERM waits for clients.
   */
  static void interrupt(ProcessHandle process) throws InterruptedException {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the process to end; a zombie, which nobody collects, has ended. */
  static boolean awaitEnd(ProcessHandle process, Duration limit) throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    while (runs(process)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(100);
    }
    return true;
  }

  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException noSuchFile) {
      return false;
    }
  }
}
