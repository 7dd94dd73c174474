package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.halles.launcher.plugin.CheckProcess;
import org.halles.launcher.plugin.JarCheck;
import org.halles.launcher.plugin.PluginStock;
import org.halles.launcher.plugin.RememberedChecks;

/** {@code halles run}: database and server up, addresses told, everything down again at the end. */
final class RunCommand {
  private final Settings settings;
  private final Running running;
  private EmbeddedDatabase database;
  private Servers servers;
  private volatile boolean stopping;

  RunCommand(Settings settings) throws IOException {
    this.settings = settings;
    this.running = Running.in(settings.home());
  }

  /** Something that is done while a marketplace runs. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Runs a marketplace that does nothing by itself (no letters, no payouts, no webhooks) as long as
   * this takes.
   */
  int during(Work work) throws IOException, InterruptedException, SQLException {
    if (!running.take()) {
      throw new Refusal("Halles already runs with this home (%s).", settings.home());
    }
    Thread cleanup = new Thread(this::stopAll, "stop");
    Runtime.getRuntime().addShutdownHook(cleanup);
    try {
      start(Map.of("HALLES_WORKERS", "false"));
      work.run();
      return 0;
    } finally {
      Runtime.getRuntime().removeShutdownHook(cleanup);
      stopAll();
    }
  }

  int execute() throws IOException, InterruptedException, SQLException {
    if (!running.take()) {
      throw new Refusal(
          "Halles already runs with this home (%s):%n%s%nStop it with ./halles stop, or start"
              + " another one with its own HALLES_HOME and HALLES_PORT_OFFSET.",
          settings.home(), running.note("launcher"));
    }
    running.remember("launcher", ProcessHandle.current(), Addresses.of(settings));
    Thread cleanup = new Thread(this::stopAll, "stop");
    Runtime.getRuntime().addShutdownHook(cleanup);
    if (NodeServer.endLeftovers(running)) {
      System.out.println("Stopped a server that a killed run had left behind.");
    }
    start(Map.of());
    System.out.println(Welcome.text(settings));
    return watch();
  }

  private void start(Map<String, String> more)
      throws IOException, InterruptedException, SQLException {
    Path home = settings.home();
    Project.of(settings.project()).installation(home.resolve("server")).ready();
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HALLES_HOME", home.toString());
    environment.put("HALLES_DEMO", String.valueOf(settings.demo()));
    if (settings.externalDatabase().isEmpty()) {
      startDatabase(environment);
    }
    deliver();
    servers = new Servers(settings, running, this::marketplace, environment);
    servers.start();
  }

  /** What a run was started with, before plugins were added: a build beside it changes nothing. */
  static Path delivered(Path home) {
    return home.resolve("run/delivered.ear");
  }

  private void deliver() throws IOException {
    Files.copy(
        Project.of(settings.project()).ear(),
        delivered(settings.home()),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What looks at the jars that were added to the marketplace of this home. */
  static JarCheck pluginCheck(Project project, Path home) throws IOException {
    String program = project.pluginCheck();
    return new RememberedChecks(
        new CheckProcess(program, home.resolve("tmp")), program, home.resolve("run/checked"));
  }

  private Path marketplace() throws IOException, InterruptedException {
    JarCheck check = pluginCheck(Project.of(settings.project()), settings.home());
    return new PluginStock(delivered(settings.home()), settings.home(), check).marketplace();
  }

  private void startDatabase(Map<String, String> environment)
      throws IOException, InterruptedException, SQLException {
    System.out.println("Starting PostgreSQL on port " + settings.databasePort());
    database = EmbeddedDatabase.of(settings.home(), settings.databasePort());
    startDatabase();
    MarketplaceDatabases databases = new MarketplaceDatabases(database, settings.home());
    databases.prepare("halles");
    environment.putAll(databases.environment("halles"));
  }

  private void startDatabase() throws IOException, InterruptedException {
    database.start();
    running.remember("database", database.process().toHandle(), "");
  }

  /** Sleeps while all is well; what was killed is started again. */
  private int watch() throws IOException, InterruptedException {
    while (!stopping) {
      if (database != null && !database.process().isAlive() && !stopping) {
        System.out.println("PostgreSQL ended unexpectedly; starting it again.");
        startDatabase();
      }
      Thread.sleep(500);
      if (!stopping) {
        servers.lookAfter();
      }
    }
    return 0;
  }

  private void stopAll() {
    stopping = true;
    try {
      System.out.println("Stopping.");
      if (servers != null) {
        servers.stop();
      }
      NodeServer.endLeftovers(running);
      if (database != null) {
        database.stop();
      }
      running.release();
      System.out.println("Stopped. Nothing is lost; ./halles run starts again.");
    } catch (IOException | InterruptedException e) {
      System.err.println("Stopping was incomplete (" + e + "); ./halles stop clears the rest.");
    }
  }
}
