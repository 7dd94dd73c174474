package org.halles.launcher.front;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What operators' programs ask the front, on the loopback address: how the nodes are, and to lead
 * nobody to one of them for a while.
 */
final class FrontDesk implements HttpHandler {

  /** Requests that take longer than this are waited for by the node itself. */
  private static final long LAST_REQUESTS = Duration.ofSeconds(45).toNanos();

  private static final long UNTIL_IT_SERVES = Duration.ofSeconds(45).toNanos();

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final Nodes nodes;
  private final byte[] secret;

  FrontDesk(Nodes nodes, String secret) {
    this.nodes = nodes;
    this.secret = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isInIoThread()) {
      exchange.dispatch(this);
      return;
    }
    String path = exchange.getRequestPath();
    if (path.equals("/health/ready") || path.equals("/health")) {
      tellHealth(exchange, nodes.anyServes());
    } else if (path.equals("/health/live")) {
      tellHealth(exchange, true);
    } else if (path.equals("/metrics")) {
      tellFigures(exchange);
    } else if (!isAllowed(exchange)) {
      exchange.setStatusCode(StatusCodes.UNAUTHORIZED);
    } else if (path.equals("/nodes")) {
      tellNodes(exchange);
    } else {
      change(exchange, path.split("/"));
    }
  }

  private boolean isAllowed(HttpServerExchange exchange) {
    String told = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    return told != null && MessageDigest.isEqual(secret, told.getBytes(StandardCharsets.UTF_8));
  }

  private static void tellHealth(HttpServerExchange exchange, boolean up) {
    exchange.setStatusCode(up ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send("{\"status\":\"" + (up ? "UP" : "DOWN") + "\"}");
  }

  /** As open as those of a single server: whoever reaches this address reads them. */
  private void tellFigures(HttpServerExchange exchange) throws InterruptedException {
    Figures figures = new Figures();
    for (Node node : nodes.all()) {
      figures.add(node.name(), node.state() == Node.State.UP, toldBy(node));
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4");
    exchange.getResponseSender().send(figures.text());
  }

  private String toldBy(Node node) throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(node.health().resolve("/metrics")).timeout(PATIENCE).build();
    try {
      HttpResponse<String> told = http.send(question, HttpResponse.BodyHandlers.ofString());
      return told.statusCode() == StatusCodes.OK ? told.body() : "";
    } catch (IOException away) {
      return "";
    }
  }

  private void tellNodes(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange
        .getResponseSender()
        .send(
            nodes.all().stream()
                .map(
                    node ->
                        "{\"name\":\"%s\",\"state\":\"%s\",\"working\":%d}"
                            .formatted(node.name(), node.state(), node.working()))
                .collect(Collectors.joining(",", "[", "]")));
  }

  /** {@code POST /nodes/NAME/leave} and {@code POST /nodes/NAME/return}. */
  private void change(HttpServerExchange exchange, String[] path) throws InterruptedException {
    Optional<Node> node = path.length == 4 ? nodes.named(path[2]) : Optional.empty();
    boolean asked = exchange.getRequestMethod().equals(Methods.POST);
    if (node.isEmpty() || !asked) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
    } else if (path[3].equals("return")) {
      node.get().back();
      exchange.setStatusCode(serves(node.get()) ? StatusCodes.NO_CONTENT : StatusCodes.CONFLICT);
    } else if (path[3].equals("leave")) {
      exchange.setStatusCode(empties(node.get()) ? StatusCodes.NO_CONTENT : StatusCodes.CONFLICT);
    } else {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
    }
  }

  private static boolean serves(Node node) throws InterruptedException {
    long end = System.nanoTime() + UNTIL_IT_SERVES;
    while (node.state() != Node.State.UP && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return node.state() == Node.State.UP;
  }

  /** False if nobody else could answer meanwhile. */
  private boolean empties(Node leaving) throws InterruptedException {
    synchronized (nodes) {
      boolean others =
          nodes.all().stream().anyMatch(node -> node != leaving && node.state() == Node.State.UP);
      if (!others) {
        return false;
      }
      leaving.change();
    }
    long end = System.nanoTime() + LAST_REQUESTS;
    while (leaving.working() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return true;
  }
}
