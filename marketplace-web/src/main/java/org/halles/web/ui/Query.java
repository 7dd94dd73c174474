package org.halles.web.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An address with a query, built part by part; empty parts are left out. */
public final class Query {

  private final String path;
  private final Map<String, String> parts = new LinkedHashMap<>();

  private Query(String path) {
    this.path = path;
  }

  public static Query of(String path) {
    return new Query(path);
  }

  /** Adds a part unless it is null or blank. */
  public Query with(String name, Object value) {
    if (value != null && !value.toString().isBlank()) {
      parts.put(name, value.toString());
    }
    return this;
  }

  @Override
  public String toString() {
    return path
        + parts.entrySet().stream()
            .map(part -> part.getKey() + "=" + encode(part.getValue()))
            .collect(Collectors.joining("&", parts.isEmpty() ? "" : "?", ""));
  }

  /** One part of a path or query, safe to stand in an address. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
