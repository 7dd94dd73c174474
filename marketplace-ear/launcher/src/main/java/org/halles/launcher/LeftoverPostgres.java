package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a killed PostgreSQL or a killed launcher leaves in a data folder: a server without a parent,
 * children without a server, and a lock file that names a process which is gone, or is a zombie, or
 * has since become somebody else's.
 */
final class LeftoverPostgres {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Path data;

  LeftoverPostgres(Path data) {
    this.data = data;
  }

  /**
   * Stops whatever still works on the folder, then removes a lock file that nobody holds; tells
   * whether it had to.
   */
  boolean clear() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return false;
    }
    Optional<ProcessHandle> holder = holder(lock);
    boolean orphan = holder.isPresent() && isPostgres(holder.get());
    if (orphan) {
      stop(holder.get());
    }
    for (ProcessHandle child : workingInFolder()) {
      if (!Signals.awaitEnd(child, Duration.ofSeconds(5))) {
        stop(child);
      }
    }
    // A lock whose process is gone is PostgreSQL's own business: it checks more than we can.
    if (holder.isPresent() && Files.exists(lock)) {
      Files.delete(lock);
    }
    return orphan;
  }

  private static void stop(ProcessHandle process) throws InterruptedException {
    Signals.interrupt(process);
    if (!Signals.awaitEnd(process, LIMIT)) {
      process.destroyForcibly();
      Signals.awaitEnd(process, LIMIT);
    }
  }

  private static Optional<ProcessHandle> holder(Path lock) throws IOException {
    List<String> lines = Files.readAllLines(lock);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
  }

  private boolean isPostgres(ProcessHandle process) {
    return Signals.runs(process)
        && (worksIn(process, data)
            || process.info().command().filter(path -> path.endsWith("/postgres")).isPresent());
  }

  private List<ProcessHandle> workingInFolder() {
    return ProcessHandle.allProcesses().filter(process -> worksIn(process, data)).toList();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), folder);
    } catch (IOException notOursOrNoSuchPlace) {
      return false;
    }
  }
}
