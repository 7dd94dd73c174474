package org.halles.api.importing;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Locale;

/** Files that are written as they are read. */
final class Downloads {

  private Downloads() {}

  static Response csv(StreamingOutput rows, String name) {
    return file(rows, name, "text/csv;charset=UTF-8");
  }

  static Response file(StreamingOutput content, String name, String type) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** French for whoever prefers it, else English, which programs expect. */
  static String language(HttpHeaders headers) {
    return headers.getAcceptableLanguages().stream()
        .map(Locale::getLanguage)
        .filter(tag -> tag.equals("fr") || tag.equals("en"))
        .findFirst()
        .orElse("en");
  }
}
