package org.halles.web.dispute;

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
import org.halles.marketplace.dispute.Answering;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.dispute.OpenedFile;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.Route;

/**
 * Files of disputes, to those the dispute is between. Pictures are shown, everything else is saved
 * to disk: nothing of it may run here.
 */
@WebServlet({"/operator/evidence/*", "/vendor/evidence/*", "/evidence/*"})
public class EvidenceServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Whose eyes, the dispute, the file. */
  private static final Pattern PATH =
      Pattern.compile("/([^/]+)/(" + Route.UUID + ")/(" + Route.UUID + ")");

  @Inject private transient Disputes disputes;
  @Inject private transient Answering answering;
  @Inject private transient Complaining complaining;
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

  private OpenedFile opened(HttpServletRequest request, Matcher path) {
    UUID dispute = UUID.fromString(path.group(2));
    UUID file = UUID.fromString(path.group(3));
    return switch (request.getServletPath()) {
      case "/operator/evidence" -> disputes.file(dispute, file);
      case "/vendor/evidence" -> answering.file(memberships.scopeOf(path.group(1)), dispute, file);
      default -> complaining.file(path.group(1), request.getParameter("accessKey"), dispute, file);
    };
  }

  private static void send(OpenedFile opened, HttpServletResponse response) throws IOException {
    DisputeView.File file = opened.file();
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
