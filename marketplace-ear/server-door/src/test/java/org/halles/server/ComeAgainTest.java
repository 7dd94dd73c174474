package org.halles.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComeAgainTest {

  private Undertow server;

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aVisitorOfAMarketplaceThatIsAwayGetsAPageThatOpensItselfAgain() throws Exception {
    HttpResponse<String> answer = get("/fr", exchange -> exchange.setStatusCode(503));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(answer.body()).contains("Un instant", "One moment", "content=\"5\"");
  }

  @Test
  void aProgramGetsAProblemDocument() throws Exception {
    HttpResponse<String> answer = get("/api/v1/carts", exchange -> exchange.setStatusCode(503));

    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"unavailable\"", "\"retryAfterSeconds\":5");
  }

  @Test
  void whatTheMarketplaceItselfSaysIsLeftAsItIs() throws Exception {
    HttpResponse<String> answer =
        get(
            "/api/v1/carts",
            exchange -> {
              exchange.setStatusCode(503).getResponseHeaders().put(Headers.RETRY_AFTER, 60);
              exchange.getResponseSender().send("the database is away");
            });

    assertThat(answer.body()).isEqualTo("the database is away");
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
  }

  @Test
  void otherAnswersAreNotTouched() throws Exception {
    HttpResponse<String> answer = get("/fr", exchange -> exchange.setStatusCode(404));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
  }

  private HttpResponse<String> get(String path, HttpHandler marketplace)
      throws IOException, InterruptedException {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(new ComeAgain(marketplace))
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    URI uri = URI.create("http://127.0.0.1:" + address.getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
