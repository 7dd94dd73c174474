package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SignIn;
import org.halles.marketplace.identity.SignedIn;
import org.halles.marketplace.identity.TokenKind;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.cart.CartCookie;
import org.halles.web.security.SafePath;
import org.halles.web.security.SessionCookie;
import org.halles.web.ui.Language;

/** Lets somebody in: gives the browser its token and leads on. */
@RequestScoped
public class Entrance {

  private SignIn signIn;
  private Memberships memberships;
  private Carts carts;
  private CurrentCaller current;
  private Language language;
  private HttpServletRequest request;

  protected Entrance() {}

  @Inject
  Entrance(
      SignIn signIn,
      Memberships memberships,
      Carts carts,
      CurrentCaller current,
      Language language,
      HttpServletRequest request) {
    this.signIn = signIn;
    this.memberships = memberships;
    this.carts = carts;
    this.current = current;
    this.language = language;
    this.request = request;
  }

  /** Signs in and leads to the wanted page, or to where such a person usually goes. */
  public void enter(String email, String password, String next) throws IOException {
    let(signIn.signIn(email, password, request.getRemoteAddr(), TokenKind.SESSION), next);
  }

  /** Signs in with the second step and leads on. */
  void finish(String challenge, String code, String next) throws IOException {
    let(signIn.finish(challenge, code), next);
  }

  private void let(SignedIn signedIn, String next) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    HttpServletResponse response = (HttpServletResponse) faces.getExternalContext().getResponse();
    SessionCookie.give(
        request, response, signedIn.token(), Duration.between(Instant.now(), signedIn.expiresAt()));
    leaveAnothersCart(signedIn.account().caller(), response);
    leadTo(SafePath.or(next, home(signedIn.account().caller())));
  }

  /** A cart of whoever was signed in at this browser before cannot be ordered with by another. */
  private void leaveAnothersCart(Caller caller, HttpServletResponse response) {
    CartCookie.read(request)
        .ifPresent(
            cart ->
                current.run(
                    caller,
                    () -> {
                      if (carts.isAnothers(cart)) {
                        CartCookie.take(request, response);
                      }
                    }));
  }

  /** Leads somebody on who is in already. */
  void lead(String next) throws IOException {
    leadTo(SafePath.or(next, language.getPath() + "/account"));
  }

  static String nextQuery(String next) {
    return next == null || next.isEmpty()
        ? ""
        : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  boolean isIn() {
    return current.get().accountId() != null;
  }

  private String home(Caller caller) {
    if (caller.isOperator()) {
      return "/operator";
    }
    boolean sells;
    try {
      sells = !current.as(caller, () -> memberships.of(caller.accountId())).isEmpty();
    } catch (Exception unknown) {
      throw new IllegalStateException(unknown);
    }
    return sells ? "/vendor" : language.getPath() + "/account";
  }

  private static void leadTo(String path) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(path);
    faces.responseComplete();
  }
}
