package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.halles.it.Marketplace;
import org.halles.it.Stand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A file names its pictures by address: they are fetched, once, and what is wrong is told by row.
 */
class ImportPicturesIT {

  private static final String IMPORTS = "/api/v1/vendor/imports";
  private static final Set<String> AT_REST = Set.of("COMPLETED", "FAILED", "STOPPED");

  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private HttpServer elsewhere;

  @BeforeEach
  void serve() throws IOException {
    String[] place = Marketplace.PICTURE_HOST.split(":");
    elsewhere = HttpServer.create(new InetSocketAddress(place[0], Integer.parseInt(place[1])), 0);
    elsewhere.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.computeIfAbsent(path, none -> new AtomicInteger()).incrementAndGet();
          byte[] body = path.startsWith("/ok") ? picture(path.hashCode()) : new byte[] {'x'};
          exchange.sendResponseHeaders(path.startsWith("/gone") ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    elsewhere.start();
  }

  @AfterEach
  void close() {
    elsewhere.stop(0);
  }

  @Test
  void eachAddressIsAskedOnceAndAFileThatComesAgainChangesNothing() {
    Stand stand = Stand.open();
    String file =
        """
        handle,title,sku,price,image:1,image:2
        a,Avec deux,A-1,12.50,%1$s/ok-1.png,%1$s/ok-2.png
        b,Avec la même,B-1,7,%1$s/ok-1.png,
        c,Avec des fautes,C-1,7,%1$s/gone.png,http://127.0.0.1:9990/health/live
        d,Sans image,D-1,7,%1$s/no-picture.png,
        """
            .formatted("http://" + Marketplace.PICTURE_HOST);

    JsonNode tried = run(stand, file, "?dryRun=true");
    assertThat(asked).isEmpty();
    assertThat(fields(tried.path("notices"), "message")).hasSize(6);

    JsonNode done = run(stand, file, "");
    assertThat(done.path("created").asInt()).isEqualTo(4);
    assertThat(done.path("pictures").asInt()).isEqualTo(5);
    assertThat(done.path("picturesFetched").asInt()).isEqualTo(5);
    assertThat(images(stand, "Avec deux")).isEqualTo(2);
    assertThat(images(stand, "Avec la même")).isEqualTo(1);
    assertThat(images(stand, "Avec des fautes")).isZero();
    assertThat(fields(done.path("notices"), "row")).containsExactlyInAnyOrder("4", "4", "5");
    assertThat(fields(done.path("notices"), "message"))
        .anyMatch(why -> why.contains("not public"))
        .anyMatch(why -> why.contains("nobody gives it"))
        .anyMatch(why -> why.contains("no JPEG"));

    JsonNode again = run(stand, file, "");
    assertThat(again.path("unchanged").asInt()).isEqualTo(4);
    assertThat(again.path("pictures").asInt()).isEqualTo(3);
    assertThat(asked.get("/ok-1.png")).hasValue(1);
    assertThat(asked.get("/ok-2.png")).hasValue(1);
    assertThat(asked.get("/gone.png")).hasValue(2);
  }

  private static int images(Stand stand, String title) {
    JsonNode items = stand.seller().get("/api/v1/vendor/listings").expect(200).json().path("items");
    for (JsonNode item : items) {
      if (item.at("/title/fr").asText().equals(title)) {
        return stand
            .seller()
            .get("/api/v1/vendor/listings/" + item.path("id").asText())
            .expect(200)
            .json()
            .path("images")
            .size();
      }
    }
    throw new AssertionError(title + " is not among " + items);
  }

  private static List<String> fields(JsonNode list, String field) {
    return list.findValuesAsText(field);
  }

  private static JsonNode run(Stand stand, String file, String query) {
    String id =
        stand
            .seller()
            .raw("POST", IMPORTS + query, "text/csv", file)
            .expect(202)
            .json()
            .path("id")
            .asText();
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (Instant.now().isBefore(end)) {
      JsonNode view =
          stand.seller().with("Accept-Language", "en").get(IMPORTS + "/" + id).expect(200).json();
      if (AT_REST.contains(view.path("status").asText())) {
        return view;
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("import " + id + " does not come to rest");
  }

  private static byte[] picture(int colour) throws IOException {
    BufferedImage pixels = new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = pixels.createGraphics();
    brush.setColor(new Color(colour & 0xffffff));
    brush.fillOval(5, 5, 50, 50);
    brush.dispose();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", file);
    return file.toByteArray();
  }
}
