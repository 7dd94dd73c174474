package org.halles.api.returns;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.halles.marketplace.returns.OpenedReturnFile;
import org.halles.marketplace.returns.ReturnView;

/** Files of returns as answers: pictures are shown, everything else is saved to disk. */
final class ReturnFiles {

  private ReturnFiles() {}

  static Response answer(OpenedReturnFile opened) {
    ReturnView.File file = opened.file();
    String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(opened.content(), file.contentType())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .header(
            "Content-Disposition",
            (file.isPicture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
        .build();
  }
}
