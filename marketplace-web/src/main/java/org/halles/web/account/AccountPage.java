package org.halles.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.identity.TokenView;
import org.halles.marketplace.identity.Tokens;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.cart.CartCookie;
import org.halles.web.security.SafePath;
import org.halles.web.security.SessionCookie;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** One's own account: orders, details, password, devices, export, erasure. */
@Named
@RequestScoped
public class AccountPage {

  private static final int ORDERS_SHOWN = 10;

  private Accounts accounts;
  private Tokens tokens;
  private Orders orders;
  private HttpServletRequest request;
  private Language language;
  private Words words;

  private AccountView account;
  private Page<OrderGroupSummary> page;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected AccountPage() {}

  @Inject
  AccountPage(
      Accounts accounts,
      Tokens tokens,
      Orders orders,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.orders = orders;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Does what a form asks for; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException {
    account = accounts.mine();
    if (request.getMethod().equals("POST")) {
      submit();
    }
  }

  private void submit() throws IOException {
    try {
      act(Optional.ofNullable(request.getParameter("do")).orElse(""));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    } catch (Refusal refusal) {
      trouble = words.orElse("refusal." + refusal.code(), refusal.getMessage());
    }
  }

  private void act(String action) throws IOException {
    String address = request.getRemoteAddr();
    switch (action) {
      case "introduce" -> {
        accounts.introduce(request.getParameter("name"), request.getParameter("language"));
        lead("/account?done=details#details");
      }
      case "password" -> {
        accounts.changePassword(
            request.getParameter("presentPassword"), request.getParameter("newPassword"), address);
        leave("/sign-in?done=password");
      }
      case "revoke" -> {
        tokens.revoke(idOf(request.getParameter("token")));
        lead("/account?done=revoked#devices");
      }
      case "erase" -> {
        accounts.erase(
            request.getParameter("password"),
            address,
            request.getParameter("givesUpCredit") != null);
        leave("/sign-in?done=erased");
      }
      case "sign-out" -> {
        SessionCookie.read(request).ifPresent(tokens::revoke);
        forget();
        go(SafePath.or(request.getParameter("next"), language.getPath()));
      }
      default -> lead("/account");
    }
  }

  private static UUID idOf(String sent) {
    try {
      return UUID.fromString(String.valueOf(sent));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("token", sent);
    }
  }

  private void leave(String path) throws IOException {
    forget();
    lead(path);
  }

  private void forget() {
    HttpServletResponse response =
        (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    SessionCookie.take(request, response);
    CartCookie.take(request, response); // whoever comes next does not buy with this person's cart
  }

  private void lead(String path) throws IOException {
    go(language.getPath() + path);
  }

  private static void go(String address) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(address);
    faces.responseComplete();
  }

  public AccountView getAccount() {
    return account;
  }

  /** The purchases of this page of the list. */
  public Page<OrderGroupSummary> getOrders() {
    if (page == null) {
      page = orders.mine(Paging.of(ORDERS_SHOWN, request.getParameter("cursor")));
    }
    return page;
  }

  /** Where the next purchases are, or null. */
  public String getMoreOrders() {
    String next = getOrders().next();
    return next == null ? null : language.getPath() + "/account?cursor=" + next;
  }

  /** Browsers and programs that are signed in. */
  public List<TokenView> getDevices() {
    return tokens.mine();
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why something did not work, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** What was just done, as the end of a message key, or null. */
  public String getDone() {
    String done = request.getParameter("done");
    return done != null && words.containsKey("account.done." + done) ? done : null;
  }
}
