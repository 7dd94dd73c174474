package org.halles.launcher.front;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leads each request to a node. Whoever has a session at a node that is being changed waits for it;
 * all others go to the next one. Nobody waits on a thread.
 */
final class FrontDoor implements HttpHandler {

  /** A node is changed in some twenty seconds, on a machine with nothing else to do. */
  private static final long FOR_A_SESSION = Duration.ofSeconds(180).toNanos();

  private static final long FOR_ANY_NODE = Duration.ofSeconds(5).toNanos();
  private static final int LOOK_AGAIN_MILLIS = 100;
  private static final int MOST_WAITING = 500;
  private static final int NO_LIMIT = -1;

  private final Nodes nodes;
  private final ProxyHandler proxy;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param behindProxy whether somebody before us says truly who asks
   */
  FrontDoor(Nodes nodes, boolean behindProxy) {
    this.nodes = nodes;
    this.proxy =
        ProxyHandler.builder()
            .setProxyClient(new ToNodes(nodes))
            .setMaxRequestTime(NO_LIMIT)
            .setMaxConnectionRetries(nodes.all().size() + 1)
            .setReuseXForwarded(behindProxy)
            .build();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Visit visit = Visit.of(exchange);
    Optional<Node> home = nodes.homeOf(exchange);
    if (isWorthWaitingFor(home, visit)) {
      wait(exchange);
      return;
    }
    Optional<Node> node =
        home.filter(kept -> kept.state() == Node.State.UP)
            .or(() -> nodes.choose(exchange, Set.of()));
    if (node.filter(visit::goTo).isPresent()) {
      proxy.handleRequest(exchange);
    } else if (visit.waitedNanos() < FOR_ANY_NODE) {
      wait(exchange);
    } else {
      comeAgain(exchange);
    }
  }

  private static boolean isWorthWaitingFor(Optional<Node> home, Visit visit) {
    return home.isPresent()
        && home.get().state() == Node.State.CHANGING
        && visit.waitedNanos() < FOR_A_SESSION;
  }

  private void wait(HttpServerExchange exchange) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      comeAgain(exchange);
      return;
    }
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            exchange
                .getIoThread()
                .executeAfter(
                    () -> {
                      waiting.decrementAndGet();
                      exchange.dispatch(exchange.getIoThread(), this);
                    },
                    LOOK_AGAIN_MILLIS,
                    TimeUnit.MILLISECONDS));
  }

  private static void comeAgain(HttpServerExchange exchange) {
    exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
    exchange.endExchange();
  }
}
