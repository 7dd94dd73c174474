package org.halles.it.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.halles.it.Answer;
import org.halles.it.Shop;

/**
 * One operation of the served description.
 *
 * @param method such as {@code POST}
 * @param path with its holes, such as {@code /api/v1/listings/{id}}
 * @param takesBody whether the description says that it takes one
 * @param queryParameters their names
 */
record Operation(String method, String path, boolean takesBody, List<String> queryParameters) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** All operations that the running marketplace describes. */
  static List<Operation> served() {
    JsonNode paths = Shop.asGuest().get("/openapi?format=JSON").expect(200).json().path("paths");
    List<Operation> found = new ArrayList<>();
    paths
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        entry -> {
                          if (METHODS.contains(entry.getKey())) {
                            found.add(of(path.getKey(), entry.getKey(), entry.getValue()));
                          }
                        }));
    return found;
  }

  private static Operation of(String path, String method, JsonNode described) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : described.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        query.add(parameter.path("name").asText());
      }
    }
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        described.path("requestBody").path("content").has("application/json"),
        query);
  }

  /** How the matrix and the bodies call it. */
  String key() {
    return method + " " + path;
  }

  boolean isGuarded() {
    return path.startsWith("/api/v1/vendor/") || path.startsWith("/api/v1/operator/");
  }

  /** Calls it with the ids of vendor B's things and a good body. */
  Answer call(Shop caller, TwoStalls stalls) {
    return call(caller, stalls, stalls.body(this));
  }

  /** Calls it with another body. */
  Answer call(Shop caller, TwoStalls stalls, JsonNode body) {
    return send(caller, stalls, body == null ? "" : escaped(body));
  }

  /** Calls it with whatever text as its body, under a new key. */
  Answer send(Shop caller, TwoStalls stalls, String body) {
    Shop once = method.equals("POST") ? caller.withNewKey() : caller;
    return once.raw(method, stalls.fill(path), "application/json", body);
  }

  /** In ASCII: half a surrogate pair can be sent in no other way. */
  private static String escaped(JsonNode body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  @Override
  public String toString() {
    return key();
  }
}
