package org.halles.web.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.halles.marketplace.credit.OwnCredit;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** What one has to spend, where it came from and where it went; and a card to be kept. */
@Named
@RequestScoped
public class OwnCreditPage {

  private static final String CODE = "code";

  private OwnCredit credit;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private OwnCredit.Statement statement;
  private String trouble;

  protected OwnCreditPage() {}

  @Inject
  OwnCreditPage(OwnCredit credit, HttpServletRequest request, Language language, Words words) {
    this.credit = credit;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Keeps a card, or shows what there is; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST") && keep()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(language.getPath() + "/account/credit?kept=1");
      return;
    }
    statement = credit.mine();
  }

  private boolean keep() {
    try {
      credit.keep(request.getParameter(CODE), request.getRemoteAddr());
      return true;
    } catch (Refusal refusal) {
      trouble =
          Refusals.told(
              refusal, words, FacesContext.getCurrentInstance().getViewRoot().getLocale());
      return false;
    }
  }

  public OwnCredit.Statement getStatement() {
    return statement;
  }

  /** True if a card was kept just now. */
  public boolean isKept() {
    return request.getParameter("kept") != null && trouble == null;
  }

  public String getTyped() {
    return trouble == null ? null : request.getParameter(CODE);
  }

  public String getTrouble() {
    return trouble;
  }
}
