package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.halles.launcher.front.Front;
import org.halles.launcher.plugin.Exchange;

/**
 * One server of a run: where it keeps its things, and what it is told. Alone it has the ports of
 * the run; one of several has its own behind the front.
 */
final class NodeServer {

  /** Connections of all nodes together, so that they fit into the embedded database. */
  private static final int CONNECTIONS = 48;

  private final Settings settings;
  private final int number;
  private final Path installation;
  private ApplicationServer server;

  private NodeServer(Settings settings, int number) {
    this.settings = settings;
    this.number = number;
    this.installation = settings.home().resolve("server");
  }

  /** All that a run with these settings has. */
  static List<NodeServer> of(Settings settings) {
    List<NodeServer> nodes = new ArrayList<>();
    for (int number = 1; number <= settings.nodes(); number++) {
      nodes.add(new NodeServer(settings, settings.nodes() == 1 ? 0 : number));
    }
    return nodes;
  }

  /** By the names that a run has left behind: those that {@code ./halles plugin} has to change. */
  static List<NodeServer> running(Settings settings, Running running) throws IOException {
    List<NodeServer> nodes = new ArrayList<>();
    for (int number = 0; number <= Settings.MOST_NODES; number++) {
      if (running.find(name(number)).isPresent()) {
        nodes.add(new NodeServer(settings, number));
      }
    }
    return nodes;
  }

  /** Ends what a killed run has left behind. */
  static boolean endLeftovers(Running running) throws IOException, InterruptedException {
    boolean any = false;
    for (String name : names()) {
      any |= running.endLeftover(name);
    }
    return any;
  }

  /** Of all that there can be. */
  static List<String> names() {
    return IntStream.rangeClosed(0, Settings.MOST_NODES).mapToObj(NodeServer::name).toList();
  }

  String name() {
    return name(number);
  }

  private static String name(int number) {
    return number == 0 ? "server" : "node-" + number;
  }

  boolean isAlone() {
    return number == 0;
  }

  Path log() {
    return settings.home().resolve("log/" + name() + ".log");
  }

  Front.Place place() {
    return new Front.Place(name(), portOffset());
  }

  Exchange exchange() {
    return new Exchange(installation, base(), 9990 + portOffset());
  }

  /** What it serves now. */
  Path marketplace() {
    return base().resolve("deployments/halles.ear");
  }

  void start(Path ear, Map<String, String> shared) throws IOException {
    Path home = settings.home();
    Path base = base();
    if (!isAlone()) {
      // its configuration is the installation's, which may be newer
      Folders.delete(base.resolve("configuration"));
    }
    Map<String, String> environment = new HashMap<>(shared);
    if (!isAlone()) {
      environment.put("HALLES_NODE", name());
      environment.put("HALLES_BEHIND_PROXY", "true");
      unlessChosen(environment, "HALLES_URL", settings.shopUrl());
      unlessChosen(environment, "HALLES_DB_POOL", "" + CONNECTIONS / settings.nodes());
    }
    server = new ApplicationServer(installation, base, log(), portOffset());
    List<String> options = new ArrayList<>();
    options.add("-Dhalles.home=" + home);
    options.add("-Dhalles.demo=" + settings.demo());
    options.add("-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")));
    options.addAll(settings.javaOptions());
    server.start(ear, environment, options);
  }

  private static void unlessChosen(Map<String, String> environment, String name, String usual) {
    environment.put(name, System.getenv().getOrDefault(name, usual));
  }

  boolean readyWithin(Duration limit) throws IOException, InterruptedException {
    return server.readyWithin(limit);
  }

  /** What it said last, in its log. */
  String lastWords() {
    return new ServerLog(log()).last();
  }

  Process process() {
    return server.process();
  }

  boolean isAlive() {
    return server != null && server.process() != null && server.process().isAlive();
  }

  void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
  }

  private int portOffset() {
    return settings.portOffset() + number;
  }

  private Path base() {
    return isAlone()
        ? installation.resolve("standalone")
        : settings.home().resolve("nodes").resolve(name());
  }
}
