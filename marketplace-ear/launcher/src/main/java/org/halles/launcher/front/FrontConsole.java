package org.halles.launcher.front;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.halles.launcher.Refusal;

/** Asks a running front to spare a node, and to lead to it again. */
public final class FrontConsole {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String desk;
  private final String secret;

  /**
   * @param portOffset of the front
   */
  public FrontConsole(int portOffset, String secret) {
    this.desk = "http://127.0.0.1:" + (9990 + portOffset);
    this.secret = secret;
  }

  /** Returns once the node has nothing more to do. */
  public void leave(String node) throws IOException, InterruptedException {
    int status = post(node, "leave");
    if (status == 409) {
      throw new Refusal(
          "No other node serves while %s is changed: wait until one does (see log/), and try again.",
          node);
    }
    expect(status, node);
  }

  /** Leads requests to the node again; returns once it serves. */
  public void comeBack(String node) throws IOException, InterruptedException {
    int status = post(node, "return");
    if (status == 409) {
      throw new Refusal("%s does not serve after its change: its log says why.", node);
    }
    expect(status, node);
  }

  private static void expect(int status, String node) {
    if (status != 204) {
      throw new Refusal("The front answered %d about %s; is it of this version?", status, node);
    }
  }

  private int post(String node, String what) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(desk + "/nodes/" + node + "/" + what))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + secret)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
