package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of our own, so that a newcomer installs none: data kept under the home, every commit
 * on disk before it is acknowledged, listening on the loopback address only.
 *
 * <p>It runs as a child of this process, which collects it when it dies, and it writes no socket or
 * lock file outside its data folder: after a kill of any part the next start finds nothing in its
 * way.
 */
public final class EmbeddedDatabase {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
  private static final List<String> TUNED =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=256MB",
          "max_wal_size=2GB",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "idle_in_transaction_session_timeout=120s",
          "shared_preload_libraries=pg_stat_statements");

  private final Path data;
  private final Path log;
  private final Path binaries;
  private final int port;
  private final String password;
  private Process postmaster;

  private EmbeddedDatabase(Path home, int port) throws IOException {
    this.data = home.resolve("database");
    this.log = Files.createDirectories(home.resolve("log")).resolve("postgres.log");
    this.binaries = PostgresBinaries.unpackUnder(Files.createDirectories(home.resolve("postgres")));
    this.port = port;
    this.password = Secrets.keptIn(home).secret("database");
  }

  /** The database of this home; it is made at its first start. */
  public static EmbeddedDatabase of(Path home, int port) throws IOException {
    return new EmbeddedDatabase(home, port);
  }

  /** Throws away a home's database; whatever still runs on it is stopped first. */
  public static void discard(Path home) throws IOException, InterruptedException {
    Path data = home.resolve("database");
    new LeftoverPostgres(data).clear();
    Folders.delete(data);
  }

  /** Starts it, after clearing what an earlier one that was killed has left behind. */
  public void start() throws IOException, InterruptedException {
    new LeftoverPostgres(data).clear();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      create();
    }
    List<String> command = new ArrayList<>(AsRoot.prefix());
    command.addAll(List.of(program("postgres"), "-D", data.toString(), "-p", "" + port));
    for (String setting : DURABLE) {
      command.addAll(List.of("-c", setting));
    }
    for (String setting : TUNED) {
      command.addAll(List.of("-c", setting));
    }
    postmaster = logged(command).start();
    awaitConnections();
  }

  /** The running process; its exit without {@link #stop()} means that somebody killed it. */
  public Process process() {
    return postmaster;
  }

  /** Ends connections, writes a checkpoint, stops. */
  public void stop() throws InterruptedException {
    if (postmaster != null && postmaster.isAlive()) {
      Signals.interrupt(postmaster.toHandle());
      if (!postmaster.waitFor(30, TimeUnit.SECONDS)) {
        postmaster.destroyForcibly().waitFor();
      }
    }
  }

  /** Connects as the database's superuser. */
  public Connection connect(String database) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?connectTimeout=5";
    return DriverManager.getConnection(url, "postgres", password);
  }

  /** The address of one database in this server. */
  public String url(String database) {
    return url(port, database);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void create() throws IOException, InterruptedException {
    Path unfinished = data.resolveSibling("database.unfinished");
    Folders.delete(unfinished);
    Path secret = Files.createTempFile("halles", ".secret");
    try {
      Files.writeString(secret, password);
      List<String> command = new ArrayList<>(AsRoot.prefix());
      command.addAll(
          List.of(
              program("initdb"),
              "--pgdata=" + unfinished,
              "--username=postgres",
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-instructions"));
      if (logged(command).start().waitFor() != 0) {
        throw new Refusal("PostgreSQL could not make its data folder: see %s.", log);
      }
    } finally {
      Files.delete(secret);
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private void awaitConnections() throws InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(limit) && postmaster.isAlive()) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException notYet) {
        Thread.sleep(100);
      }
    }
    boolean died = !postmaster.isAlive();
    postmaster.destroyForcibly();
    throw new Refusal(
        "PostgreSQL %s on port %d. Its log is %s; if another program uses the port, set"
            + " HALLES_PORT_OFFSET.",
        died ? "stopped while starting" : "did not answer within " + START_LIMIT.toSeconds() + " s",
        port,
        log);
  }

  private ProcessBuilder logged(List<String> command) {
    return new ProcessBuilder(command)
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }
}
