package org.halles.web.returns;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.returns.OpenedReturnFile;
import org.halles.marketplace.returns.Receiving;
import org.halles.marketplace.returns.ReturnDecisions;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.Route;

/**
 * Files of returns, to those the return is between. Pictures are shown, everything else is saved to
 * disk: nothing of it may run here.
 */
@WebServlet({"/operator/return-files/*", "/vendor/return-files/*", "/return-files/*"})
public class ReturnFileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Whose eyes, the return, the file. */
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/(" + Route.UUID + ")/(" + Route.UUID + ")");

  @Inject private transient ReturnDecisions decisions;
  @Inject private transient Receiving receiving;
  @Inject private transient SendingBack sending;
  @Inject private transient Memberships memberships;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    if (path.matches()) {
      send(opened(request, path), response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private OpenedReturnFile opened(HttpServletRequest request, Matcher path) {
    UUID id = UUID.fromString(path.group(2));
    UUID file = UUID.fromString(path.group(3));
    return switch (request.getServletPath()) {
      case "/operator/return-files" -> decisions.file(id, file);
      case "/vendor/return-files" -> receiving.file(memberships.scopeOf(path.group(1)), id, file);
      default -> sending.file(path.group(1), request.getParameter("accessKey"), id, file);
    };
  }

  private static void send(OpenedReturnFile opened, HttpServletResponse response)
      throws IOException {
    ReturnView.File file = opened.file();
    byte[] content = opened.content();
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "private, no-store");
    response.setHeader(
        "Content-Disposition",
        (file.isPicture() ? "inline" : "attachment")
            + "; filename*=UTF-8''"
            + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
    response.setContentType(file.contentType());
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
