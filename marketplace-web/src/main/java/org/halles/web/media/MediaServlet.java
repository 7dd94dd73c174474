package org.halles.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.media.StoredMedia;

/**
 * Serves stored files by their id. The id is the content's hash: an answer never changes and may be
 * kept for ever. Whatever a file says it is, it may run nothing: SVG drawings come from strangers.
 */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern ID = Pattern.compile("/([0-9a-f]{64})");
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  @Inject private transient StoredMedia media;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = ID.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (!path.matches()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String id = path.group(1);
    String tag = '"' + id + '"';
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      keep(response, tag);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    send(id, tag, response);
  }

  private void send(String id, String tag, HttpServletResponse response) throws IOException {
    Optional<StoredMedia.Stored> stored = media.find(id);
    Optional<InputStream> content = stored.isPresent() ? media.open(id) : Optional.empty();
    if (content.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    keep(response, tag);
    response.setContentType(stored.get().contentType());
    response.setContentLengthLong(stored.get().bytes());
    try (InputStream bytes = content.get()) {
      bytes.transferTo(response.getOutputStream());
    }
  }

  private static void keep(HttpServletResponse response, String tag) {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("ETag", tag);
  }
}
