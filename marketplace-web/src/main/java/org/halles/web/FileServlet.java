package org.halles.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.api.SafeFile;
import org.halles.marketplace.shared.OpenedFile;

/** Files that belong to a case between people, to those it is between. */
public abstract class FileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Whose eyes, the case, the file. */
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/(" + Route.UUID + ")/(" + Route.UUID + ")");

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (path.matches()) {
      UUID file = UUID.fromString(path.group(3));
      send(open(request, path.group(1), UUID.fromString(path.group(2)), file), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /**
   * The file, if whoever asks may read it.
   *
   * @param who a vendor's address, or an order's number
   * @param about the case
   */
  protected abstract OpenedFile open(HttpServletRequest request, String who, UUID about, UUID file);

  private static void send(OpenedFile file, HttpServletResponse response) throws IOException {
    byte[] content = file.content();
    SafeFile.headers(file).forEach(response::setHeader);
    response.setContentType(file.contentType());
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
