package org.halles.web.onboarding;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.api.SafeFile;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.Route;

/**
 * Documents of vendors, to their vendor and to operators. Pictures are shown, everything else is
 * saved to disk: nothing of it may run here.
 */
@WebServlet({"/operator/documents/*", "/vendor/documents/*"})
public class DocumentServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/([^/]+)/(" + Route.UUID + ")");

  @Inject private transient Documents documents;
  @Inject private transient Memberships memberships;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    boolean operator = request.getServletPath().startsWith("/operator");
    if (!path.matches() || operator && !path.group(1).matches(Route.UUID)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    UUID document = UUID.fromString(path.group(2));
    send(
        operator
            ? documents.read(UUID.fromString(path.group(1)), document)
            : documents.open(memberships.scopeOf(path.group(1)), document),
        response);
  }

  private static void send(Documents.Opened opened, HttpServletResponse response)
      throws IOException {
    OpenedFile file = opened.file();
    SafeFile.headers(file).forEach(response::setHeader);
    response.setContentType(file.contentType());
    response.setContentLength(opened.content().length);
    response.getOutputStream().write(opened.content());
  }
}
