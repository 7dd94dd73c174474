package org.halles.marketplace.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody's program that takes webhooks, on this machine, and answers as a test tells it. */
final class Receiver implements AutoCloseable {

  /** What came, in the order in which it came. */
  record Received(Map<String, String> headers, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Integer> answers = new ConcurrentLinkedDeque<>();
  private volatile boolean hangs;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            Map.of(
                "webhook-id", exchange.getRequestHeaders().getFirst("webhook-id"),
                "webhook-timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                "webhook-signature", exchange.getRequestHeaders().getFirst("webhook-signature")),
            body));
    if (hangs) {
      awaitClosing();
    }
    Integer told = answers.poll();
    byte[] said = ("thanks\u0000" + "x".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
    exchange.sendResponseHeaders(told == null ? 200 : told, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers so next, then 200. */
  Receiver answering(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  /** Never answers. */
  Receiver hanging() {
    hangs = true;
    return this;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return "http://" + host() + "/hook";
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
