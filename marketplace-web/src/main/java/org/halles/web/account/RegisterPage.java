package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.NewAccount;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** Opening an account. */
@Named
@RequestScoped
public class RegisterPage {

  private Registration registration;
  private Entrance entrance;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected RegisterPage() {}

  @Inject
  RegisterPage(
      Registration registration,
      Entrance entrance,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.registration = registration;
    this.entrance = entrance;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Registers and signs in if the form was sent; leads on whoever is in already. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST")) {
      submit();
    } else if (entrance.isIn()) {
      entrance.lead(getNext());
    }
  }

  private void submit() throws IOException {
    String password = request.getParameter("password");
    try {
      registration.register(
          new NewAccount(getEmail(), password, getName(), language.getTag()),
          request.getRemoteAddr());
      entrance.enter(getEmail(), password, getNext());
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (Registration.EmailTaken taken) {
      errors = Map.of("email", words.get("register.taken"));
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
  }

  public String getName() {
    return request.getParameter("name");
  }

  public String getEmail() {
    return request.getParameter("email");
  }

  /** Where to go afterwards. */
  public String getNext() {
    return request.getParameter("next");
  }

  /** The same, for a link to the page beside this one. */
  public String getNextQuery() {
    return Entrance.nextQuery(getNext());
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
