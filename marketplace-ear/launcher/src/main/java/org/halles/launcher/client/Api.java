package org.halles.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;

/**
 * Somebody who talks to a running marketplace: connections are kept open, bodies are JSON.
 * Immutable; the {@code with} methods answer another one over the same connections.
 */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final URI address;
  private final List<String> headers;
  private final Duration limit;

  private Api(HttpClient http, URI address, List<String> headers, Duration limit) {
    this.http = http;
    this.address = address;
    this.headers = headers;
    this.limit = limit;
  }

  /** A guest of the marketplace at this address. */
  public static Api at(URI address) {
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    return new Api(http, address, List.of(), Duration.ofSeconds(60));
  }

  /** Signed in with the password of an account. */
  public Api signedIn(String email, String password) {
    JsonNode answer =
        post("/api/v1/tokens", Map.of("email", email, "password", password)).expect(201).json();
    return withToken(answer.path("token").asText());
  }

  /** With a token or an API key. */
  public Api withToken(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** With one more header on every request. */
  public Api with(String name, String value) {
    List<String> all = new ArrayList<>(headers);
    all.add(name);
    all.add(value);
    return new Api(http, address, all, limit);
  }

  /** For answers that take long by their nature. */
  public Api waiting(Duration longest) {
    return new Api(http, address, headers, longest);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Reply post(String path, Object body) {
    return send("POST", path, body(body));
  }

  public Reply put(String path, Object body) {
    return send("PUT", path, body(body));
  }

  private Reply send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(limit).method(method, body);
    if (body.contentLength() > 0) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.size(); i += 2) {
      request.setHeader(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(method + " " + path, response.statusCode(), parse(response));
    } catch (IOException e) {
      throw new Refusal(
          "%s did not answer (%s). Is it running? Start it with ./halles run.", address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted.");
    }
  }

  private static JsonNode parse(HttpResponse<byte[]> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    boolean json = type.contains("json") && response.body().length > 0;
    return json ? JSON.readTree(response.body()) : MissingNode.getInstance();
  }

  private static BodyPublisher body(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + body, e);
    }
  }
}
