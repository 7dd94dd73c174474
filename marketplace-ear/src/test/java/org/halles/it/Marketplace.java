package org.halles.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.launcher.ApplicationServer;
import org.halles.launcher.Project;
import org.halles.launcher.plugin.CheckProcess;
import org.halles.launcher.plugin.Exchange;
import org.halles.launcher.plugin.PluginCommand;
import org.halles.launcher.plugin.PluginStock;

/**
 * The one running marketplace that all tests over HTTP share: started with the demo when the first
 * test asks for it, stopped with the test's JVM, whatever the tests did.
 */
public final class Marketplace {
  /** Where a test may stand for somebody else's server of pictures. */
  public static final String PICTURE_HOST = "127.0.0.1:18999";

  /** Where a test may stand for programs that take webhooks. */
  public static final String WEBHOOK_HOST = "127.0.0.1:18998";

  private static Marketplace running;
  private static boolean startFailed;

  private final TestDatabase database;
  private final URI address;
  private final PluginCommand plugins;

  private Marketplace(TestDatabase database, URI address, PluginCommand plugins) {
    this.database = database;
    this.address = address;
    this.plugins = plugins;
  }

  /** The shared marketplace. */
  public static synchronized Marketplace running() {
    if (startFailed) {
      throw new IllegalStateException("the marketplace did not start: see the first failure");
    }
    if (running == null) {
      startFailed = true;
      running = start();
      startFailed = false;
    }
    return running;
  }

  /** Where it serves, without a slash at the end. */
  public URI address() {
    return address;
  }

  /** Its database. */
  public TestDatabase database() {
    return database;
  }

  /** Adds plugins to it and takes them out again, as {@code ./halles plugin} does. */
  public PluginCommand plugins() {
    return plugins;
  }

  /** The program that looks at jars. */
  public static CheckProcess pluginCheck() throws IOException {
    Project project = Project.of(Path.of(System.getProperty("halles.project")));
    return new CheckProcess(
        project.pluginCheck(), Path.of(System.getProperty("halles.it.home")).resolve("tmp"));
  }

  private static Marketplace start() {
    // for whoever writes a test: -Dhalles.it.running=http://127.0.0.1:8080 saves the start
    String elsewhere = System.getProperty("halles.it.running", "");
    if (!elsewhere.isBlank()) {
      return elsewhere(URI.create(elsewhere));
    }
    Path home = Path.of(System.getProperty("halles.it.home")).resolve("http");
    Project project = Project.of(Path.of(System.getProperty("halles.project")));
    int offset = Integer.getInteger("halles.it.offset");
    TestDatabase database = TestDatabase.start(home);
    AtExit.stop(database::stop);
    try {
      Path installation =
          project.installation(Path.of(System.getProperty("halles.it.server"))).ready();
      ApplicationServer server =
          new ApplicationServer(
              installation, home.resolve("base"), home.resolve("log/server.log"), offset);
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.put("HALLES_HOME", home.toString());
      environment.put("HALLES_DEMO", "true");
      environment.put("HALLES_PICTURE_HOSTS", PICTURE_HOST);
      environment.put("HALLES_WEBHOOK_HOSTS", WEBHOOK_HOST);
      server.start(project.ear(), environment, options(home));
      AtExit.stop(server::stop);
      server.awaitReady(Duration.ofMinutes(5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    try {
      Path installation = Path.of(System.getProperty("halles.it.server"));
      Exchange exchange = new Exchange(installation, home.resolve("base"), 9990 + offset);
      return new Marketplace(
          database,
          URI.create("http://127.0.0.1:" + (8080 + offset)),
          plugins(project.ear(), home, exchange));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A server that lives for minutes spends more on its second compiler than it gains; only what
   * hashes passwords, which runs four times as long without, is left to it.
   */
  static List<String> options(Path home) throws IOException {
    Path compilers = Files.createDirectories(home).resolve("compilers.json");
    Files.writeString(
        compilers,
        """
        [
          { match: ["sun/security/provider/*.*", "com/sun/crypto/provider/*.*", "javax/crypto/*.*"],
            c2: { Exclude: false } },
          { match: "*.*", c2: { Exclude: true } }
        ]
        """);
    return List.of(
        "-Dhalles.home=" + home,
        "-Dhalles.demo=true",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:CompilerDirectivesFile=" + compilers);
  }

  /** Of a run with {@code -Dhalles.it.running-home=.halles}, its plugins can be changed too. */
  private static Marketplace elsewhere(URI address) {
    String home = System.getProperty("halles.it.running-home", "");
    if (home.isBlank()) {
      return new Marketplace(null, address, null);
    }
    try {
      Path folder = Path.of(home).toAbsolutePath();
      Path server = folder.resolve("server");
      Exchange exchange =
          new Exchange(server, server.resolve("standalone"), address.getPort() - 8080 + 9990);
      return new Marketplace(
          null, address, plugins(folder.resolve("run/delivered.ear"), folder, exchange));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PluginCommand plugins(Path delivered, Path home, Exchange exchange)
      throws IOException {
    return new PluginCommand(
        new PluginStock(delivered, home, pluginCheck()), Optional.of(exchange));
  }
}
