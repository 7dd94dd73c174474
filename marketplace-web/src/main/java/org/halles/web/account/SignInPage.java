package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.SecondFactorNeeded;
import org.halles.marketplace.identity.SignIn;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;

/** Signing in. */
@Named
@RequestScoped
public class SignInPage {

  private Entrance entrance;
  private HttpServletRequest request;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;
  private String challenge;

  protected SignInPage() {}

  @Inject
  SignInPage(Entrance entrance, HttpServletRequest request, Words words) {
    this.entrance = entrance;
    this.request = request;
    this.words = words;
  }

  /** Signs in if the form was sent; leads on whoever is in already. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST")) {
      submit();
    } else if (entrance.isIn()) {
      entrance.lead(getNext());
    }
  }

  private void submit() throws IOException {
    try {
      if (request.getParameter("challenge") == null) {
        entrance.enter(getEmail(), request.getParameter("password"), getNext());
      } else {
        challenge = request.getParameter("challenge");
        entrance.finish(challenge, request.getParameter("code"), getNext());
      }
    } catch (SecondFactorNeeded second) {
      challenge = second.challenge();
    } catch (SignIn.WrongCode wrong) {
      trouble = words.get("onboarding.sign-in.wrong-code");
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (SignIn.WrongCredentials wrong) {
      trouble = words.get("sign-in.wrong");
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
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

  /** Proves that the password was right, while a code is awaited; else null. */
  public String getChallenge() {
    return challenge;
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
