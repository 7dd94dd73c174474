package org.halles.launcher.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontTest {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int offset = freeOffset();
  private final List<HttpServer> servers = new ArrayList<>();
  private Front front;
  private FrontConsole console;

  @BeforeEach
  void twoNodes() throws Exception {
    node("one", offset + 1);
    node("two", offset + 2);
    front =
        Front.open(
            offset,
            List.of(new Front.Place("one", offset + 1), new Front.Place("two", offset + 2)),
            "secret",
            false);
    console = new FrontConsole(offset, "secret");
  }

  @AfterEach
  void stop() {
    front.close();
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void whoIsSignedInStaysAtOneNodeAndWhoHasASessionAtItsOwn() throws Exception {
    assertThat(answers("Authorization", "Bearer x", 6)).hasSize(1);
    assertThat(answers("Cookie", "JSESSIONID=abc.one", 6)).containsExactly("one");
    assertThat(answers("Cookie", "a=b; JSESSIONID=abc.two; c=d", 6)).containsExactly("two");
  }

  @Test
  void aNodeThatIsChangedIsLeftAloneAndItsSessionsWaitForIt() throws Exception {
    console.leave("one");

    assertThat(answers("Authorization", "Bearer x", 3)).containsExactly("two");
    assertThat(answers("Cookie", "other=1", 6)).containsExactly("two");
    CompletableFuture<HttpResponse<String>> waiting =
        HTTP.sendAsync(request("Cookie", "JSESSIONID=abc.one"), BodyHandlers.ofString());
    assertThat(answers("Cookie", "JSESSIONID=abc.two", 3)).containsExactly("two");
    assertThat(waiting).isNotDone();
    console.comeBack("one");

    assertThat(waiting.join().body()).isEqualTo("one");
  }

  @Test
  void theLastNodeThatServesIsNotTakenAway() throws Exception {
    console.leave("one");

    assertThatThrownBy(() -> console.leave("two"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("No other node serves while two is changed");

    assertThat(answers("Cookie", "other=1", 3)).containsExactly("two");
  }

  @Test
  void aNodeThatDiesIsMissedByNobody() throws Exception {
    assertThat(answers("Cookie", "JSESSIONID=abc.one", 1)).containsExactly("one");
    servers.get(0).stop(0);
    servers.get(1).stop(0);

    assertThat(answers("Cookie", "other=1", 10)).containsExactly("two");
    assertThat(answers("Cookie", "JSESSIONID=abc.one", 1)).containsExactly("two");
  }

  @Test
  void whoeverWatchesAsksOneAddressForTheFiguresOfAllNodes() throws Exception {
    HttpRequest metrics =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (9990 + offset) + "/metrics"))
            .build();

    assertThat(HTTP.send(metrics, BodyHandlers.ofString()).body())
        .contains("halles_node_up{node=\"one\"} 1", "halles_node_up{node=\"two\"} 1");
  }

  @Test
  void onlyWhoKnowsTheSecretSendsNodesAway() {
    assertThatThrownBy(() -> new FrontConsole(offset, "guessed").leave("one"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("401");
  }

  private Set<String> answers(String header, String value, int times) throws Exception {
    Set<String> answers = new HashSet<>();
    for (int time = 0; time < times; time++) {
      HttpResponse<String> answer = HTTP.send(request(header, value), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      answers.add(answer.body());
    }
    return answers;
  }

  private HttpRequest request(String header, String value) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (8080 + offset) + "/"))
        .header(header, value)
        .build();
  }

  /** A server that says its name, and one that says it is ready, as a node has them. */
  private void node(String name, int at) throws IOException {
    servers.add(serve(8080 + at, name));
    servers.add(serve(9990 + at, "ready"));
  }

  private static HttpServer serve(int port, String text) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** Both ports of three neighbours must be free; a range nobody else listens in. */
  private static int freeOffset() {
    for (int offset = 30_000; offset < 50_000; offset += 10) {
      if (isFree(8080 + offset) && isFree(9990 + offset)) {
        return offset;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  private static boolean isFree(int port) {
    for (int neighbour = port; neighbour < port + 3; neighbour++) {
      try (ServerSocket free = new ServerSocket(neighbour, 1, InetAddress.getLoopbackAddress())) {
        free.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
