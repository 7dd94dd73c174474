package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.PasswordReset;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** Choosing a new password with the link of a letter. */
@Named
@RequestScoped
public class NewPasswordPage {

  private PasswordReset resets;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Map<String, String> errors = Map.of();
  private boolean good;

  protected NewPasswordPage() {}

  @Inject
  NewPasswordPage(
      PasswordReset resets, HttpServletRequest request, Language language, Words words) {
    this.resets = resets;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Chooses it if the form was sent, and leads to the sign-in. */
  public void open() throws IOException {
    String secret = request.getParameter("token");
    if (request.getMethod().equals("POST")) {
      try {
        resets.choose(secret, request.getParameter("password"));
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().redirect(language.getPath() + "/sign-in?done=password");
        faces.responseComplete();
        return;
      } catch (InvalidInput invalid) {
        errors = FieldErrors.of(invalid, words);
      } catch (PasswordReset.LinkOver over) {
        good = false;
        return;
      }
    }
    good = resets.isGood(secret);
  }

  /** True if the link still lets somebody choose. */
  public boolean isGood() {
    return good;
  }

  public Map<String, String> getErrors() {
    return errors;
  }
}
