package org.halles.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.launcher.ApplicationServer;
import org.halles.launcher.Project;
import org.halles.launcher.front.Front;
import org.halles.launcher.front.FrontConsole;
import org.halles.launcher.plugin.Exchange;
import org.halles.launcher.plugin.OneByOne;
import org.halles.launcher.plugin.PluginCommand;
import org.halles.launcher.plugin.PluginStock;

/**
 * A second server on the database of the shared marketplace, and a front before both: for the time
 * of one test, the marketplace runs on two nodes.
 */
public final class SecondNode implements AutoCloseable {

  private static final String SECRET = "only-for-tests";

  private final ApplicationServer server;
  private final Front front;
  private final int frontOffset;
  private final PluginCommand plugins;

  private SecondNode(
      ApplicationServer server, Front front, int frontOffset, PluginCommand plugins) {
    this.server = server;
    this.front = front;
    this.frontOffset = frontOffset;
    this.plugins = plugins;
  }

  /** Starts it beside the shared marketplace. */
  public static SecondNode beside(Marketplace first) throws IOException, InterruptedException {
    int offset = Integer.getInteger("halles.it.offset");
    Path home = Path.of(System.getProperty("halles.it.home")).resolve("http");
    Path installation = Path.of(System.getProperty("halles.it.server"));
    Path base = home.resolve("second");
    Project project = Project.of(Path.of(System.getProperty("halles.project")));
    ApplicationServer server =
        new ApplicationServer(installation, base, home.resolve("log/second.log"), offset + 1);
    Map<String, String> environment = new HashMap<>(first.database().environment());
    environment.put("HALLES_HOME", home.toString());
    environment.put("HALLES_DEMO", "true");
    environment.put("HALLES_NODE", "second");
    server.start(project.ear(), environment, Marketplace.options(home));
    AtExit.stop(server::stop);
    server.awaitReady(Duration.ofMinutes(3));
    Front front =
        Front.open(
            offset + 2,
            List.of(new Front.Place("halles1", offset), new Front.Place("second", offset + 1)),
            SECRET,
            false);
    return new SecondNode(
        server, front, offset + 2, plugins(project.ear(), installation, home, base, offset));
  }

  private static PluginCommand plugins(
      Path ear, Path installation, Path home, Path base, int offset) throws IOException {
    OneByOne change =
        new OneByOne(
            new FrontConsole(offset + 2, SECRET),
            List.of(
                node("halles1", installation, home.resolve("base"), offset),
                node("second", installation, base, offset + 1)));
    return new PluginCommand(
        new PluginStock(ear, home, Marketplace.pluginCheck()), Optional.of(change));
  }

  private static OneByOne.Node node(String name, Path installation, Path base, int offset) {
    return new OneByOne.Node(
        name,
        base.resolve("deployments/halles.ear"),
        new Exchange(installation, base, 9990 + offset));
  }

  /** Where both serve. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + (8080 + frontOffset));
  }

  /** Changes both, one after the other. */
  public PluginCommand plugins() {
    return plugins;
  }

  /** The machine it runs on burns down. */
  public void kill() {
    server.process().destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws InterruptedException {
    front.close();
    server.stop();
  }
}
