package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.launcher.front.Front;
import org.halles.launcher.plugin.Turn;

/**
 * The servers of a run, and the front where there are several. One that ends by itself (a plugin
 * that ate all memory ends its server) is started again; one that ends again and again is not.
 */
final class Servers {

  /** A busy machine takes long to fill a fresh database; a server that lives is waited for. */
  private static final Duration READY_LIMIT = Duration.ofMinutes(30);

  private static final Duration TELL_AFTER = Duration.ofMinutes(2);
  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final int MOST_ENDS_LATELY = 3;

  /** What a server starts with at this moment: plugins may have come since the last start. */
  interface Stock {
    Path marketplace() throws IOException, InterruptedException;
  }

  private final Settings settings;
  private final Running running;
  private final Stock stock;
  private final Map<String, String> environment;
  private final List<NodeServer> nodes;
  private final Deque<Instant> ends = new ArrayDeque<>();
  private Front front;
  private volatile boolean stopping;

  Servers(Settings settings, Running running, Stock stock, Map<String, String> environment) {
    this.settings = settings;
    this.running = running;
    this.stock = stock;
    this.environment = Map.copyOf(environment);
    this.nodes = NodeServer.of(settings);
  }

  /** One after the other: the first makes the tables and the demo. */
  void start() throws IOException, InterruptedException {
    Path ear = stock.marketplace();
    for (NodeServer node : nodes) {
      System.out.println("Starting " + told(node) + " (log: " + node.log() + ")");
      start(node, ear);
    }
    if (nodes.size() > 1) {
      front =
          Front.open(
              settings.portOffset(),
              nodes.stream().map(NodeServer::place).toList(),
              Secrets.keptIn(settings.home()).secret("front"),
              Boolean.parseBoolean(System.getenv("HALLES_BEHIND_PROXY")));
    }
  }

  private void start(NodeServer node, Path ear) throws IOException, InterruptedException {
    if (begin(node, ear)) {
      awaitReady(node);
    }
  }

  private static void awaitReady(NodeServer node) throws IOException, InterruptedException {
    Duration waited = TELL_AFTER;
    while (!node.readyWithin(TELL_AFTER)) {
      if (waited.compareTo(READY_LIMIT) >= 0) {
        throw new Refusal(
            "%s was not ready within %d minutes; it said last: %s%nThe whole log: %s",
            capital(told(node)), waited.toMinutes(), node.lastWords(), node.log());
      }
      System.out.printf(
          "%s is still starting after %d minutes and is waited for; it said last: %s%n",
          capital(told(node)), waited.toMinutes(), node.lastWords());
      waited = waited.plus(TELL_AFTER);
    }
  }

  private synchronized boolean begin(NodeServer node, Path ear) throws IOException {
    if (stopping) {
      return false;
    }
    node.start(ear, environment);
    running.remember(node.name(), node.process().toHandle(), settings.shopUrl());
    return true;
  }

  /**
   * Starts again what has ended.
   *
   * @throws Refusal if that happens too often
   */
  void lookAfter() throws IOException, InterruptedException {
    for (NodeServer node : nodes) {
      if (!node.isAlive() && !stopping) {
        startAgain(node);
      }
    }
  }

  /**
   * Not while a plugin comes or goes: what that ends with is what the server starts with, and it is
   * looked after again in a moment.
   */
  private void startAgain(NodeServer node) throws IOException, InterruptedException {
    Optional<Turn> turn = Turn.take(settings.home());
    if (turn.isEmpty()) {
      return;
    }
    try (Turn mine = turn.get()) {
      countEnd(node);
      System.out.println(capital(told(node)) + " ended unexpectedly; starting it again.");
      start(node, stock.marketplace());
      System.out.println(capital(told(node)) + " is up again.");
    }
  }

  private void countEnd(NodeServer node) {
    Instant now = Instant.now();
    ends.removeIf(end -> end.isBefore(now.minus(LATELY)));
    ends.add(now);
    if (ends.size() > MOST_ENDS_LATELY) {
      throw new Refusal(
          "%s ended unexpectedly, %d times in a few minutes (its log: %s). Nothing is lost:"
              + " ./halles run starts it again.",
          capital(told(node)), ends.size(), node.log());
    }
  }

  synchronized void stop() throws InterruptedException {
    stopping = true;
    if (front != null) {
      front.close();
    }
    for (NodeServer node : nodes) {
      node.stop();
    }
  }

  private static String told(NodeServer node) {
    return node.isAlone() ? "the server" : node.name();
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
