package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.halles.it.Marketplace;

/**
 * Programs of vendors and of the operator that take webhooks, on this machine; each has a path.
 * What stands in the path says how it answers: {@code once-500} first so and then 200, {@code 410}
 * always so, {@code hangs} never.
 */
final class Programs implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A message as it came. */
  record Message(String id, String timestamp, String signatures, String body) {

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(body);
      } catch (IOException broken) {
        throw new UncheckedIOException(body, broken);
      }
    }

    /** True if one of its signatures is by this secret, after the specification. */
    boolean isSignedBy(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        return List.of(signatures.split(" ")).contains(signature);
      } catch (GeneralSecurityException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, List<Message>> received = new ConcurrentHashMap<>();

  Programs() throws IOException {
    String[] place = Marketplace.WEBHOOK_HOST.split(":");
    server = HttpServer.create(new InetSocketAddress(place[0], Integer.parseInt(place[1])), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<Message> before = at(path);
    before.add(
        new Message(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            body));
    if (path.contains("hangs")) {
      awaitClosing();
    }
    int status = path.contains("410") ? 410 : 200;
    exchange.sendResponseHeaders(
        path.contains("once-500") && before.size() == 1 ? 500 : status, -1);
    exchange.close();
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  static String url(String path) {
    return "http://" + Marketplace.WEBHOOK_HOST + path;
  }

  /** What came to this program, in the order in which it came. */
  List<Message> at(String path) {
    return received.computeIfAbsent(path, none -> new CopyOnWriteArrayList<>());
  }

  /** Waits for such a message. */
  Message await(String path, Predicate<JsonNode> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      for (Message message : at(path)) {
        if (wanted.test(message.json())) {
          return message;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new AssertionError("no such message at " + path + " among " + at(path));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
