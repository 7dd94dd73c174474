package org.halles.launcher.front;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which node answers whom. */
final class Nodes {

  private static final Pattern SESSION =
      Pattern.compile("(?:^|[;\\s])JSESSIONID=[^;.]*\\.([\\w-]+)");
  private static final Pattern SIGN_IN = Pattern.compile("halles-session=[^;]+");

  private final List<Node> all;

  Nodes(List<Node> all) {
    this.all = List.copyOf(all);
  }

  List<Node> all() {
    return all;
  }

  Optional<Node> named(String name) {
    return all.stream().filter(node -> node.name().equals(name)).findFirst();
  }

  boolean anyServes() {
    return all.stream().anyMatch(node -> node.state() == Node.State.UP);
  }

  /** The node that keeps this visitor's session, if there is one. */
  Optional<Node> homeOf(HttpServerExchange exchange) {
    String cookies = exchange.getRequestHeaders().getFirst(Headers.COOKIE);
    Matcher session = cookies == null ? null : SESSION.matcher(cookies);
    return session != null && session.find() ? named(session.group(1)) : Optional.empty();
  }

  /**
   * Somebody who is signed in finds what it just changed at once: a node tells its own memory of a
   * change first. So the same one goes to the same node as long as that serves; all others go where
   * least is to be done.
   *
   * @param tried nodes that could not be reached
   */
  Optional<Node> choose(HttpServerExchange exchange, Set<Node> tried) {
    List<Node> serving =
        all.stream()
            .filter(node -> node.state() == Node.State.UP && !tried.contains(node))
            .toList();
    if (serving.isEmpty()) {
      return Optional.empty();
    }
    String who = who(exchange);
    return who == null
        ? serving.stream().min(Comparator.comparingInt(Node::working))
        : Optional.of(serving.get(Math.floorMod(who.hashCode(), serving.size())));
  }

  private static String who(HttpServerExchange exchange) {
    String token = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    String cookies = exchange.getRequestHeaders().getFirst(Headers.COOKIE);
    Matcher signIn = cookies == null ? null : SIGN_IN.matcher(cookies);
    return token != null ? token : signIn != null && signIn.find() ? signIn.group() : null;
  }
}
