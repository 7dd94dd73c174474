package org.halles.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.halles.marketplace.shared.PublicAddresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignPicturesTest {

  private HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private Door door;

  /** The door without its database: says what came through. */
  private static final class Door extends Pictures {
    private byte[] last;

    @Override
    public Picture keep(InputStream file) throws IOException {
      last = file.readAllBytes();
      PictureFile.of(last);
      return new Picture("id", "image/png", last.length, 1, 1);
    }
  }

  @BeforeEach
  void serve() throws IOException {
    door = new Door();
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    answer("/bowl.png", 200, Samples.png(8, 8), null);
    answer("/gone.png", 404, new byte[] {1}, null);
    answer("/text.png", 200, "no picture".getBytes(), null);
    answer("/large.png", 200, new byte[Pictures.LARGEST_FILE + 10], null);
    answer("/moved.png", 302, new byte[0], "/bowl.png");
    answer("/round.png", 302, new byte[0], "/round.png");
    answer("/inside.png", 302, new byte[0], "http://localhost:" + port() + "/bowl.png");
    answer("/file.png", 302, new byte[0], "file:///etc/passwd");
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void a_picture_comes_in_by_the_same_door_as_an_upload_also_by_a_detour() {
    assertThat(trusting().fetch(here("/bowl.png")).contentType()).isEqualTo("image/png");
    assertThat(trusting().fetch(here("/moved.png")).bytes()).isEqualTo(Samples.png(8, 8).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gone.png", "/round.png"})
  void what_is_not_there_is_told(String path) {
    assertRefused("picture-unreachable", here(path));
  }

  @Test
  void what_is_no_picture_or_too_large_is_refused_like_an_upload() {
    assertRefused("picture-unknown-format", here("/text.png"));
    assertRefused("picture-too-large", here("/large.png"));
  }

  @Test
  void a_detour_into_the_house_is_not_taken() {
    assertRefused("picture-address-private", here("/inside.png"));
    assertRefused("picture-address-wrong", here("/file.png"));
    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/a.png",
        "http://localhost/a.png",
        "http://2130706433/a.png",
        "http://[::1]/a.png",
        "http://[::ffff:10.0.0.1]/a.png",
        "http://169.254.169.254/latest/meta-data",
        "http://192.168.1.1/a.png",
        "http://0.0.0.0/a.png",
        "https://93.184.216.34:9990/a.png"
      })
  void nobody_makes_the_market_ask_its_own_house(String address) {
    assertThatThrownBy(() -> new ForeignPictures(door, Set.of()).fetch(address))
        .isInstanceOfSatisfying(
            PictureRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("picture-address-private"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/a.png",
        "a.png",
        "https://me:secret@example.org/a.png",
        "http:// x"
      })
  void what_is_no_web_address_is_told(String address) {
    assertRefused("picture-address-wrong", address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100.64.0.1",
        "198.18.0.1",
        "203.0.113.9",
        "240.0.0.1",
        "fc00::1",
        "fe80::1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1"
      })
  void addresses_for_other_ends_are_not_public(String address) throws Exception {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    assertThat(PublicAddresses.isPublic(InetAddress.getByName("93.184.216.34"))).isTrue();
    assertThat(PublicAddresses.isPublic(InetAddress.getByName("2606:2800:220:1::1"))).isTrue();
  }

  private void assertRefused(String code, String address) {
    assertThatThrownBy(() -> trusting().fetch(address))
        .isInstanceOfSatisfying(
            PictureRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private ForeignPictures trusting() {
    return new ForeignPictures(door, Set.of("127.0.0.1:" + port()));
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private String here(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void answer(String path, int status, byte[] body, String location) {
    server.createContext(
        path,
        exchange -> {
          asked.incrementAndGet();
          if (location != null) {
            exchange.getResponseHeaders().set("Location", location);
          }
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          new ByteArrayInputStream(body).transferTo(exchange.getResponseBody());
          exchange.close();
        });
  }
}
