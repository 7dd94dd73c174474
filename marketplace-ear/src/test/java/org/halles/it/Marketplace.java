package org.halles.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.launcher.ApplicationServer;
import org.halles.launcher.Project;

/**
 * The one running marketplace that all tests over HTTP share: started with the demo when the first
 * test asks for it, stopped with the test's JVM, whatever the tests did.
 */
public final class Marketplace {
  private static Marketplace running;
  private static boolean startFailed;

  private final TestDatabase database;
  private final URI address;

  private Marketplace(TestDatabase database, URI address) {
    this.database = database;
    this.address = address;
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

  private static Marketplace start() {
    // for whoever writes a test: -Dhalles.it.running=http://127.0.0.1:8080 saves the start
    String elsewhere = System.getProperty("halles.it.running", "");
    if (!elsewhere.isBlank()) {
      return new Marketplace(null, URI.create(elsewhere));
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
      server.start(
          project.ear(), environment, List.of("-Dhalles.home=" + home, "-Dhalles.demo=true"));
      AtExit.stop(server::stop);
      server.awaitReady(Duration.ofMinutes(5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Marketplace(database, URI.create("http://127.0.0.1:" + (8080 + offset)));
  }
}
