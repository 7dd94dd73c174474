package org.halles.launcher.front;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.halles.server.ComeAgain;

/** One address before several nodes. It keeps nothing: stopped and started, it goes on. */
public final class Front implements AutoCloseable {

  /** Larger than what a node accepts: a node says better than the front what is wrong. */
  private static final int MOST_HEADER_BYTES = 65_536;

  private static final int MOST_HEADERS = 400;
  private static final int IDLE_MILLIS = 60_000;

  /**
   * A node to be led to.
   *
   * @param name as it calls itself in its sessions' cookies
   * @param portOffset added to each of its ports
   */
  public record Place(String name, int portOffset) {
    private Node node() {
      return new Node(
          name,
          URI.create("http://127.0.0.1:" + (8080 + portOffset)),
          URI.create("http://127.0.0.1:" + (9990 + portOffset) + "/health/ready"));
    }
  }

  /** What it is built of says much when it starts, and nothing that people at a terminal need. */
  private static final Logger TALKATIVE = Logger.getLogger("");

  private final HealthWatch watch;
  private final Undertow server;

  private Front(HealthWatch watch, Undertow server) {
    this.watch = watch;
    this.server = server;
  }

  /**
   * Opens it.
   *
   * @param portOffset added to its two ports, that of the shop and that of the desk
   * @param secret what a program says at the desk
   * @param behindProxy whether somebody before us says truly who asks
   */
  public static Front open(int portOffset, List<Place> places, String secret, boolean behindProxy) {
    TALKATIVE.setLevel(Level.WARNING);
    Nodes nodes = new Nodes(places.stream().map(Place::node).toList());
    Undertow server =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(8)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
            .setServerOption(UndertowOptions.ALLOW_EQUALS_IN_COOKIE_VALUE, true)
            .addHttpListener(
                8080 + portOffset, "127.0.0.1", new ComeAgain(new FrontDoor(nodes, behindProxy)))
            .addHttpListener(9990 + portOffset, "127.0.0.1", new FrontDesk(nodes, secret))
            .build();
    HealthWatch watch = new HealthWatch(nodes);
    server.start();
    return new Front(watch, server);
  }

  @Override
  public void close() {
    server.stop();
    watch.close();
  }
}
