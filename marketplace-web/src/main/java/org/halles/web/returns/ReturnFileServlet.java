package org.halles.web.returns;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.halles.marketplace.returns.Receiving;
import org.halles.marketplace.returns.ReturnDecisions;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.shared.OpenedFile;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.FileServlet;

/** Files of returns, to those the return is between. */
@WebServlet({"/operator/return-files/*", "/vendor/return-files/*", "/return-files/*"})
public class ReturnFileServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient ReturnDecisions decisions;
  @Inject private transient Receiving receiving;
  @Inject private transient SendingBack sending;
  @Inject private transient Memberships memberships;

  @Override
  protected OpenedFile open(HttpServletRequest request, String who, UUID about, UUID file) {
    return switch (request.getServletPath()) {
      case "/operator/return-files" -> decisions.file(about, file);
      case "/vendor/return-files" -> receiving.file(memberships.scopeOf(who), about, file);
      default -> sending.file(who, request.getParameter("accessKey"), about, file);
    };
  }
}
