package org.halles.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * Tells whoever comes while the marketplace is being started or exchanged when to come again: every
 * answer 503 gets a {@code Retry-After}, and one without a body gets a page or a problem document.
 */
public final class ComeAgain implements HttpHandler {

  private static final int SECONDS = 5;

  private static final String PROBLEM =
      """
      {"type":"https://halles.org/problems/unavailable","title":"The marketplace is being changed",\
      "status":503,"code":"unavailable","detail":"nothing is lost: repeat the request in %1$d s,\
       with the same Idempotency-Key if it had one","retryAfterSeconds":%1$d}
      """
          .formatted(SECONDS);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="fr"><head><meta charset="utf-8"><title>Un instant · One moment</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="%d">
      <style>
        :root { color-scheme: light dark; }
        body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
        main { max-width: 30rem; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
        p { margin: 0 0 1.5rem; }
      </style></head>
      <body><main>
      <h1>Un instant, s’il vous plaît</h1>
      <p>La place de marché se met à jour. Rien n’est perdu ; cette page se rouvre d’elle-même dans quelques secondes.</p>
      <div lang="en"><h1>One moment, please</h1>
      <p>The marketplace is being updated. Nothing is lost; this page opens again by itself in a few seconds.</p></div>
      </main></body></html>
      """
          .formatted(SECONDS);

  private final HttpHandler next;

  /** Stands before this handler. */
  public ComeAgain(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addResponseCommitListener(ComeAgain::sayWhen);
    exchange.addDefaultResponseListener(ComeAgain::sayWhy);
    next.handleRequest(exchange);
  }

  private static void sayWhen(HttpServerExchange exchange) {
    if (exchange.getStatusCode() == StatusCodes.SERVICE_UNAVAILABLE
        && !exchange.getResponseHeaders().contains(Headers.RETRY_AFTER)) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SECONDS);
    }
  }

  /** Only where nobody else had anything to say. */
  private static boolean sayWhy(HttpServerExchange exchange) {
    if (!exchange.isResponseChannelAvailable()
        || exchange.getStatusCode() != StatusCodes.SERVICE_UNAVAILABLE) {
      return false;
    }
    boolean program = exchange.getRequestPath().startsWith("/api/");
    exchange
        .getResponseHeaders()
        .put(
            Headers.CONTENT_TYPE, program ? "application/problem+json" : "text/html; charset=utf-8")
        .put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(program ? PROBLEM : PAGE);
    return true;
  }
}
