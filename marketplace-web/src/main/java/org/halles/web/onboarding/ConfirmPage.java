package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.onboarding.ApplicationView;
import org.halles.marketplace.onboarding.Applying;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.account.Entrance;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;

/**
 * Somebody opened the link in their mail. Opening changes nothing, for mail programs open links
 * too; the button does.
 */
@Named
@RequestScoped
public class ConfirmPage {

  private Applying applying;
  private Entrance entrance;
  private CurrentCaller caller;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private ApplicationView application;
  private Map<String, String> errors = Map.of();

  protected ConfirmPage() {}

  @Inject
  ConfirmPage(
      Applying applying,
      Entrance entrance,
      CurrentCaller caller,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.applying = applying;
    this.entrance = entrance;
    this.caller = caller;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Looks the application up; makes a vendor of it if the button was pressed. */
  public void open() throws IOException {
    try {
      application = applying.find(getToken());
    } catch (NotFound deadLink) {
      return;
    }
    if (application.slug() != null && isTheirs()) {
      lead(checklist(application.slug()));
    } else if (request.getMethod().equals("POST")) {
      confirm();
    }
  }

  private void confirm() throws IOException {
    String password = request.getParameter("password");
    try {
      String slug = applying.confirm(getToken(), password);
      if (isTheirs()) {
        lead(checklist(slug));
      } else {
        entrance.enter(application.email(), password, checklist(slug));
      }
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    }
  }

  private static String checklist(String slug) {
    return "/vendor/" + slug + "/checklist";
  }

  private static void lead(String path) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(path);
    faces.responseComplete();
  }

  public String getToken() {
    return request.getParameter("token");
  }

  /** The application, or null if the link is dead. */
  public ApplicationView getApplication() {
    return application;
  }

  /** True if whoever is signed in has the address of the application. */
  public boolean isTheirs() {
    return application != null && caller.get().label().equalsIgnoreCase(application.email());
  }

  /** True if the address has an account that is to sign in first. */
  public boolean isSignInFirst() {
    return application != null && !application.needsPassword() && !isTheirs();
  }

  /** Where signing in leads back from. */
  public String getSignIn() {
    return Query.of(language.getPath() + "/sign-in")
        .with("next", language.getPath() + "/sell/confirm?token=" + getToken())
        .toString();
  }

  public Map<String, String> getErrors() {
    return errors;
  }
}
