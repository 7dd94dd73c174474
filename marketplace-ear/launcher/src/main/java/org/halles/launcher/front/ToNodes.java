package org.halles.launcher.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import java.util.concurrent.TimeUnit;

/** Connections to the node that a visit goes to; to another one if that cannot be reached. */
final class ToNodes implements ProxyClient {

  private record At(Node node) implements ProxyTarget {}

  private final Nodes nodes;

  ToNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  @Override
  public ProxyTarget findTarget(HttpServerExchange exchange) {
    return Visit.of(exchange).target(nodes, exchange).map(At::new).orElse(null);
  }

  @Override
  public void getConnection(
      ProxyTarget target,
      HttpServerExchange exchange,
      ProxyCallback<ProxyConnection> callback,
      long timeout,
      TimeUnit unit) {
    Node node = ((At) target).node();
    ProxyTarget there = node.connections().findTarget(exchange);
    node.connections()
        .getConnection(there, exchange, new OrElsewhere(node, callback), timeout, unit);
  }

  /** Whatever keeps a connection from being made, another node may have one. */
  private record OrElsewhere(Node node, ProxyCallback<ProxyConnection> callback)
      implements ProxyCallback<ProxyConnection> {

    @Override
    public void completed(HttpServerExchange exchange, ProxyConnection connection) {
      callback.completed(exchange, connection);
    }

    @Override
    public void failed(HttpServerExchange exchange) {
      node.seen(false);
      callback.failed(exchange);
    }

    @Override
    public void couldNotResolveBackend(HttpServerExchange exchange) {
      failed(exchange);
    }

    @Override
    public void queuedRequestFailed(HttpServerExchange exchange) {
      callback.failed(exchange);
    }
  }
}
