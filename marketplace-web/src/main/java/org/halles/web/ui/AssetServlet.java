package org.halles.web.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * Serves style sheets, scripts and drawings. Under the fingerprint of this release they may be kept
 * for a year; under any other (a page of the release before) they are served, but not kept.
 */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "webp", "image/webp");

  @Inject private transient AssetCatalogue assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo().substring(1);
    int slash = path.indexOf('/');
    String name = path.substring(slash + 1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    byte[] content = slash < 0 || type == null || name.contains("..") ? null : read(name);
    if (content == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean current = path.substring(0, slash).equals(assets.fingerprint());
    response.setContentType(type);
    response.setHeader(
        "Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private byte[] read(String name) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String part : assets.partsOf(name)) {
      try (InputStream content = assets.open(part)) {
        if (content == null) {
          return null;
        }
        content.transferTo(all);
      }
    }
    return all.toByteArray();
  }
}
