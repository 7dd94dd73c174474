package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.halles.marketplace.checkout.BuyerActions;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.SimulatedAction.WaitingAction;
import org.halles.web.security.SafePath;
import org.halles.web.ui.Language;

/** The page of a bank that does not exist: confirm the payment, or refuse it. */
@Named
@RequestScoped
public class PaymentPage {

  private BuyerActions actions;
  private HttpServletRequest request;
  private Language language;
  private WaitingAction waiting;

  protected PaymentPage() {}

  @Inject
  PaymentPage(BuyerActions actions, HttpServletRequest request, Language language) {
    this.actions = actions;
    this.request = request;
    this.language = language;
  }

  /** Shows what is asked, or passes the decision on and leads back to the order. */
  public void open() throws IOException {
    String gateway = request.getParameter("gateway");
    String reference = request.getParameter("reference");
    String outcome = request.getParameter("outcome");
    try {
      waiting = actions.waiting(gateway, reference);
      if (request.getMethod().equals("POST") && outcome != null) {
        waiting = actions.decide(gateway, reference, outcome.equals("approved"));
        lead(waiting.returnUrl());
      }
    } catch (NotFound decided) {
      waiting = null;
    }
  }

  /** The gateway carries the way back; it must still be one of ours. */
  private void lead(String returnUrl) throws IOException {
    String path = returnUrl.replaceFirst("^https?://[^/]+", "");
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(SafePath.or(path, language.getPath()));
  }

  /** What is asked, or null if it was decided already. */
  public WaitingAction getWaiting() {
    return waiting;
  }
}
