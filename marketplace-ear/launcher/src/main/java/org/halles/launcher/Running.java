package org.halles.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.halles.launcher.Settings.Credentials;
import org.halles.launcher.bench.Machine;

/**
 * Who runs a home: one launcher at a time, held by a file lock that the operating system lets go of
 * however the launcher ends, and the processes it started, so that the next one can clear away what
 * a killed one left.
 */
final class Running {
  private final Path folder;
  private FileLock lock;

  private Running(Path folder) {
    this.folder = folder;
  }

  static Running in(Path home) throws IOException {
    return new Running(Files.createDirectories(home.resolve("run")));
  }

  /** Takes the home for this process; false when another one has it. */
  boolean take() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock = channel.tryLock();
    if (lock == null) {
      channel.close();
    }
    return lock != null;
  }

  void release() throws IOException {
    Files.deleteIfExists(file("launcher"));
    lock.acquiredBy().close();
  }

  /** Remembers a process by number and start time: numbers are used again, the pair is not. */
  void remember(String name, ProcessHandle process, String note) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", "" + process.pid());
    properties.setProperty("started", started(process));
    properties.setProperty("note", note);
    try (Writer writer = Files.newBufferedWriter(file(name))) {
      properties.store(writer, null);
    }
  }

  Optional<ProcessHandle> find(String name) throws IOException {
    Properties properties = read(name);
    if (!properties.containsKey("pid")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(properties.getProperty("pid")))
        .filter(Signals::runs)
        .filter(process -> started(process).equals(properties.getProperty("started")));
  }

  String note(String name) throws IOException {
    return read(name).getProperty("note", "");
  }

  /** Ends a server whose launcher was killed; it is asked first. */
  boolean endLeftover(String name) throws IOException, InterruptedException {
    Optional<ProcessHandle> leftover = find(name);
    if (leftover.isPresent()) {
      leftover.get().destroy();
      if (!Signals.awaitEnd(leftover.get(), Duration.ofSeconds(20))) {
        leftover.get().destroyForcibly();
        Signals.awaitEnd(leftover.get(), Duration.ofSeconds(10));
      }
    }
    Files.deleteIfExists(file(name));
    return leftover.isPresent();
  }

  /** The running marketplace as something to be measured. */
  Machine machine(Settings settings) throws IOException {
    Credentials database =
        settings.externalDatabase().isPresent()
            ? settings.externalDatabase().get()
            : MarketplaceDatabases.credentials(settings.home(), settings.databasePort());
    return new Machine(
        database.url(), database.user(), database.password(), servers(), find("database"));
  }

  private List<ProcessHandle> servers() throws IOException {
    List<ProcessHandle> servers = new ArrayList<>();
    for (String name : NodeServer.names()) {
      find(name).ifPresent(servers::add);
    }
    return servers;
  }

  private Properties read(String name) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file(name))) {
      try (Reader reader = Files.newBufferedReader(file(name))) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private Path file(String name) {
    return folder.resolve(name + ".properties");
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Object::toString).orElse("unknown");
  }
}
