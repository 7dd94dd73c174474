package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.onboarding.ApplicationForm;
import org.halles.marketplace.onboarding.Applying;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;

/** Somebody would like to sell. The answer never tells whether an address is known here. */
@Named
@RequestScoped
public class SellPage {

  private Applying applying;
  private Accounts accounts;
  private CurrentCaller caller;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected SellPage() {}

  @Inject
  SellPage(
      Applying applying,
      Accounts accounts,
      CurrentCaller caller,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.applying = applying;
    this.accounts = accounts;
    this.caller = caller;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Takes the application in if the form was sent. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST")) {
      submit();
    }
  }

  private void submit() throws IOException {
    try {
      UUID handle = applying.apply(form(), request.getRemoteAddr());
      lead(sent(handle, getEmail()));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
  }

  private ApplicationForm form() {
    return new ApplicationForm(
        getKind(),
        of("name"),
        getPerson(),
        getEmail(),
        getCountry(),
        of("registration"),
        of("vatNumber"),
        language.getTag());
  }

  /** Sends the link again if asked to. */
  public void openSent() throws IOException {
    if (request.getMethod().equals("POST")) {
      UUID handle = handle();
      try {
        applying.resend(handle, request.getRemoteAddr());
        lead(sent(handle, of("to")) + "&again=1");
      } catch (TooManyAttempts tooMany) {
        trouble = words.of("sign-in.too-many", tooMany.minutes());
      }
    }
  }

  private UUID handle() {
    try {
      return UUID.fromString(String.valueOf(of("application")));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("application", of("application"));
    }
  }

  private String sent(UUID handle, String email) {
    return Query.of(language.getPath() + "/sell/sent")
        .with("application", handle)
        .with("to", email)
        .toString();
  }

  private static void lead(String path) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(path);
    faces.responseComplete();
  }

  private String of(String parameter) {
    return request.getParameter(parameter);
  }

  /** {@code professional} until somebody says otherwise. */
  public String getKind() {
    return "private".equals(of("kind")) ? "private" : "professional";
  }

  public String getName() {
    return of("name");
  }

  /** Who applies; known of somebody signed in. */
  public String getPerson() {
    return of("person") == null && isSignedIn() ? accounts.mine().name() : of("person");
  }

  public String getEmail() {
    return of("email") == null && isSignedIn() ? caller.get().label() : of("email");
  }

  public String getCountry() {
    return of("country") == null ? "FR" : of("country");
  }

  private boolean isSignedIn() {
    return caller.get().account().isPresent();
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
