package org.halles.launcher.front;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks every node again and again whether it is ready. */
final class HealthWatch implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService watch =
      Executors.newScheduledThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "front-health");
            thread.setDaemon(true);
            return thread;
          });

  HealthWatch(Nodes nodes) {
    for (Node node : nodes.all()) {
      look(node);
      watch.scheduleWithFixedDelay(() -> look(node), 500, 500, TimeUnit.MILLISECONDS);
    }
  }

  private void look(Node node) {
    try {
      HttpRequest question = HttpRequest.newBuilder(node.health()).timeout(PATIENCE).build();
      int status = http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
      node.seen(status == 200);
    } catch (IOException unreachable) {
      node.seen(false);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
