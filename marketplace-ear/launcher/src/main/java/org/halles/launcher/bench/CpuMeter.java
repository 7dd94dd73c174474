package org.halles.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * CPU time of the servers, of PostgreSQL with all its processes, and of this client, from /proc.
 */
final class CpuMeter {
  private static final double TICKS_PER_SECOND = 100;
  private static final Path PROC = Path.of("/proc");

  private final List<ProcessHandle> servers;
  private final Optional<ProcessHandle> postgres;

  CpuMeter(List<ProcessHandle> servers, Optional<ProcessHandle> postgres) {
    this.servers = List.copyOf(servers);
    this.postgres = postgres;
  }

  /** Seconds spent since the processes began. */
  record Reading(double server, double compiler, double postgres, double client) {
    Spent since(Reading earlier) {
      return new Spent(
          server - earlier.server,
          compiler - earlier.compiler,
          postgres - earlier.postgres,
          client - earlier.client);
    }
  }

  /**
   * Seconds spent between two readings.
   *
   * @param compiler the part of the server's that went into compiling its own code: it ends when
   *     the server is warm
   */
  record Spent(double server, double compiler, double postgres, double client) {
    double all() {
      return server + postgres + client;
    }
  }

  /** True if both are on this machine and can be read. */
  boolean isComplete() {
    return !servers.isEmpty() && postgres.isPresent() && Files.isDirectory(PROC);
  }

  Reading read() {
    return new Reading(
        servers.stream().mapToDouble(CpuMeter::own).sum(),
        servers.stream().mapToDouble(CpuMeter::compiler).sum(),
        postgres.map(CpuMeter::withChildren).orElse(0.0),
        own(ProcessHandle.current()));
  }

  /** A connection's process adds its time to its parent's account of dead children when it ends. */
  private static double withChildren(ProcessHandle parent) {
    long[] times = times(PROC.resolve("" + parent.pid()));
    double alive = parent.children().mapToDouble(CpuMeter::own).sum();
    return (times[0] + times[1] + times[2] + times[3]) / TICKS_PER_SECOND + alive;
  }

  private static double own(ProcessHandle process) {
    return own(PROC.resolve("" + process.pid()));
  }

  private static double own(Path processOrThread) {
    long[] times = times(processOrThread);
    return (times[0] + times[1]) / TICKS_PER_SECOND;
  }

  /** The Java machine's compiler threads, C1 and C2. */
  private static double compiler(ProcessHandle java) {
    try (Stream<Path> threads = Files.list(PROC.resolve(java.pid() + "/task"))) {
      return threads.filter(CpuMeter::compiles).mapToDouble(CpuMeter::own).sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static boolean compiles(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*");
    } catch (IOException ended) {
      return false;
    }
  }

  /** utime, stime, cutime and cstime; the name before them may hold spaces and brackets. */
  private static long[] times(Path processOrThread) {
    try {
      String stat = Files.readString(processOrThread.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long[] times = new long[4];
      for (int i = 0; i < times.length; i++) {
        times[i] = Long.parseLong(fields[11 + i]);
      }
      return times;
    } catch (IOException ended) {
      return new long[4];
    }
  }
}
