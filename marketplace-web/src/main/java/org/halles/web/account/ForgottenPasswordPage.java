package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.halles.marketplace.identity.PasswordReset;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;

/** Asking for a letter that lets somebody choose a new password. */
@Named
@RequestScoped
public class ForgottenPasswordPage {

  private PasswordReset resets;
  private HttpServletRequest request;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;
  private boolean asked;

  protected ForgottenPasswordPage() {}

  @Inject
  ForgottenPasswordPage(PasswordReset resets, HttpServletRequest request, Words words) {
    this.resets = resets;
    this.request = request;
    this.words = words;
  }

  /** Asks if the form was sent. */
  public void open() {
    if (!request.getMethod().equals("POST")) {
      return;
    }
    try {
      resets.ask(getEmail(), request.getRemoteAddr());
      asked = true;
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
  }

  public String getEmail() {
    return request.getParameter("email");
  }

  /** True once the letter is on its way, if there is an account. */
  public boolean isAsked() {
    return asked;
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
