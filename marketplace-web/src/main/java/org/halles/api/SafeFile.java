package org.halles.api;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.halles.marketplace.shared.OpenedFile;

/**
 * A file that somebody gave, as an answer: pictures are shown, everything else is saved to disk,
 * and nothing of it may run here or stay in a cache.
 */
public final class SafeFile {

  private SafeFile() {}

  /** What goes out before its content. */
  public static Map<String, String> headers(OpenedFile file) {
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Map.of(
        "Content-Security-Policy", "default-src 'none'; sandbox",
        "X-Content-Type-Options", "nosniff",
        "Cache-Control", "private, no-store",
        "Content-Disposition",
            (file.isPicture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name);
  }

  /** All of it. */
  public static Response answer(OpenedFile file) {
    Response.ResponseBuilder answer = Response.ok(file.content(), file.contentType());
    headers(file).forEach(answer::header);
    return answer.build();
  }
}
