package org.halles.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads elsewhere, in the way the asker understands. */
final class Redirects {

  private Redirects() {}

  /** A page follows a redirect; a script of Faces follows one of its own kind only. */
  static void lead(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    if (request.getHeader("Faces-Request") == null) {
      response.sendRedirect(path);
      return;
    }
    response.setContentType("text/xml;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<partial-response><redirect url=\""
                + path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                + "\"/></partial-response>");
  }
}
