package org.halles.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.launcher.EmbeddedDatabase;
import org.halles.launcher.MarketplaceDatabases;

/** A PostgreSQL that is empty at the start of a suite and gone with the test's JVM. */
public final class TestDatabase {
  private final EmbeddedDatabase server;
  private final MarketplaceDatabases databases;

  private TestDatabase(EmbeddedDatabase server, MarketplaceDatabases databases) {
    this.server = server;
    this.databases = databases;
  }

  /** Starts an empty one that keeps everything in the given folder. */
  static TestDatabase start(Path home) {
    try {
      EmbeddedDatabase.discard(home);
      Path keys = Files.createDirectories(home.resolve("keys"));
      for (String role : List.of("halles", "sandbox_gateway")) {
        Files.writeString(keys.resolve(role), System.getProperty("halles.it.password"));
      }
      EmbeddedDatabase server =
          EmbeddedDatabase.of(home, Integer.getInteger("halles.it.database-port"));
      server.start();
      MarketplaceDatabases databases = new MarketplaceDatabases(server, home);
      databases.prepare("halles");
      return new TestDatabase(server, databases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database could not be prepared", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Connects as the superuser, to look at what the marketplace has written. */
  public Connection connect() throws SQLException {
    return server.connect("halles");
  }

  /** Stops its processes where they are: connections stay open, and nobody answers. */
  public void freeze() {
    signal("-STOP");
  }

  /** Lets them go on. */
  public void thaw() {
    signal("-CONT");
  }

  /** Takes it away from everybody at once. */
  public void kill() {
    signal("-KILL");
    server.process().onExit().join();
  }

  /** Starts it again after {@link #kill}. */
  public void startAgain() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal, "" + server.process().pid()));
    server.process().children().forEach(child -> command.add("" + child.pid()));
    try {
      // one that has just ended is no failure
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the marketplace's server needs in its environment. */
  Map<String, String> environment() throws IOException {
    return databases.environment("halles");
  }

  void stop() throws InterruptedException {
    server.stop();
  }
}
