package org.halles.launcher.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One request on its way through the front: where it is, and where it could not go. */
final class Visit {

  private static final AttachmentKey<Visit> KEY = AttachmentKey.create(Visit.class);

  private final long sinceNanos = System.nanoTime();
  private final Set<Node> tried = new HashSet<>();
  private Node node;
  private boolean asked;

  /** The visit that this request is; it is over when the request is. */
  static Visit of(HttpServerExchange exchange) {
    Visit known = exchange.getAttachment(KEY);
    if (known != null) {
      return known;
    }
    Visit visit = new Visit();
    exchange.putAttachment(KEY, visit);
    exchange.addExchangeCompleteListener(
        (done, next) -> {
          visit.end();
          next.proceed();
        });
    return visit;
  }

  long waitedNanos() {
    return System.nanoTime() - sinceNanos;
  }

  /** Goes to a node, if that takes it. */
  synchronized boolean goTo(Node wanted) {
    if (!wanted.enter()) {
      return false;
    }
    node = wanted;
    asked = false;
    return true;
  }

  /** Where to ask; asked a second time, the first could not be reached and another is taken. */
  synchronized Optional<Node> target(Nodes nodes, HttpServerExchange exchange) {
    if (node != null && !asked) {
      asked = true;
      return Optional.of(node);
    }
    end();
    Optional<Node> other = nodes.choose(exchange, tried).filter(this::goTo);
    asked = other.isPresent();
    return other;
  }

  private synchronized void end() {
    if (node != null) {
      tried.add(node);
      node.leave();
      node = null;
    }
  }
}
