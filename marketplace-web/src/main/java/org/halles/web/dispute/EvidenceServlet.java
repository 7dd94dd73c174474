package org.halles.web.dispute;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.halles.marketplace.dispute.Answering;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.FileServlet;

/** Files of disputes, to those the dispute is between. */
@WebServlet({"/operator/evidence/*", "/vendor/evidence/*", "/evidence/*"})
public class EvidenceServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Disputes disputes;
  @Inject private transient Answering answering;
  @Inject private transient Complaining complaining;
  @Inject private transient Memberships memberships;

  @Override
  protected OpenedFile open(HttpServletRequest request, String who, UUID about, UUID file) {
    return switch (request.getServletPath()) {
      case "/operator/evidence" -> disputes.file(about, file);
      case "/vendor/evidence" -> answering.file(memberships.scopeOf(who), about, file);
      default -> complaining.file(who, request.getParameter("accessKey"), about, file);
    };
  }
}
