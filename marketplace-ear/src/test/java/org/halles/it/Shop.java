package org.halles.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who uses the marketplace over HTTP: a guest, or the owner of a token. Immutable: {@code
 * with...} answers another one.
 *
 * <pre>{@code
 * Shop guest = Shop.asGuest();
 * String cart = guest.post("/api/v1/carts", Map.of("currency", "EUR")).expect(201).json().path("id").asText();
 * }</pre>
 */
public final class Shop {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private final URI address;
  private final Map<String, String> headers;

  private Shop(URI address, Map<String, String> headers) {
    this.address = address;
    this.headers = Map.copyOf(headers);
  }

  /** Nobody in particular. */
  public static Shop asGuest() {
    return new Shop(Marketplace.running().address(), Map.of());
  }

  /** Nobody in particular, at another address of the marketplace. */
  public static Shop asGuestAt(URI address) {
    return new Shop(address, Map.of());
  }

  /**
   * One of the demo's accounts, signed in. It stays so for all tests, as a password takes its time
   * to check: who signs out, or looks through other eyes, signs in {@link #anew}.
   */
  public static Shop as(String email) {
    Shop guest = asGuest();
    return guest.withToken(TOKENS.computeIfAbsent(guest.address + email, key -> signIn(email)));
  }

  /** One of the demo's accounts, signed in with a token that nobody else has. */
  public static Shop anew(String email) {
    return asGuest().withToken(signIn(email));
  }

  private static String signIn(String email) {
    Map<String, String> credentials = Map.of("email", email, "password", "halles-demo");
    return asGuest().post("/api/v1/tokens", credentials).expect(201).json().path("token").asText();
  }

  public static Shop asOperator() {
    return as("operator@halles.example");
  }

  /** The marketplace's second pair of eyes. */
  public static Shop asFinance() {
    return as("finance@halles.example");
  }

  public static Shop asBuyer() {
    return as("buyer@halles.example");
  }

  /** The owner of a demo shop. */
  public static Shop asOwnerOf(String slug) {
    return as("owner@" + slug + ".example");
  }

  public Shop withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** With a header on every request. */
  public Shop with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new Shop(address, all);
  }

  /** With a new idempotency key on every request: use it for one request, or for its repetition. */
  public Shop withNewKey() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, json(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, json(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, json(body));
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** Any method with a body as it is, to send what no honest client would. */
  public Answer raw(String method, String path, String contentType, String body) {
    return with("Content-Type", contentType).send(method, path, BodyPublishers.ofString(body));
  }

  private Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body)
            .setHeader("Accept", "application/json, application/problem+json, */*;q=0.1");
    if (body.contentLength() != 0) {
      request.setHeader("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    try {
      Answer answer =
          new Answer(method + " " + path, HTTP.send(request.build(), BodyHandlers.ofString()));
      if (AsDescribed.concerns(path)) {
        AsDescribed.served().check(method, path, answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + body, e);
    }
  }
}
