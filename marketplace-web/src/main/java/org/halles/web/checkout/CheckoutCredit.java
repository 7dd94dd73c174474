package org.halles.web.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.cart.CartCredits;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** Gift cards and store credit on the checkout's page: entered, taken out, and what they pay. */
@Named
@RequestScoped
public class CheckoutCredit {

  private static final String CODE = "giftCode";
  private static final String OWN = "useOwn";
  private static final String OUT = "dropCredit";

  private CartCredits credits;
  private HttpServletRequest request;
  private Words words;
  private CartCredits.Plan plan;
  private String trouble;

  protected CheckoutCredit() {}

  @Inject
  CheckoutCredit(CartCredits credits, HttpServletRequest request, Words words) {
    this.credits = credits;
    this.request = request;
    this.words = words;
  }

  /** Does what the form asks about credit; false if it asks nothing of the kind. */
  boolean change(UUID cart) {
    boolean asked = sent(CODE) != null || sent(OWN) != null || sent(OUT) != null;
    if (asked) {
      try {
        change(cart, sent(OUT));
      } catch (Refusal refusal) {
        trouble =
            Refusals.told(
                refusal, words, FacesContext.getCurrentInstance().getViewRoot().getLocale());
      }
    }
    return asked;
  }

  private void change(UUID cart, String out) {
    if (out != null) {
      id(out).ifPresent(credit -> credits.leave(cart, credit));
    } else if (sent(OWN) != null) {
      credits.enterOwn(cart);
    } else {
      credits.enter(cart, sent(CODE), request.getRemoteAddr());
    }
  }

  /** Empty for what is no id: there is nothing of that name to take out. */
  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private String sent(String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  CartCredits.Plan show(PricedCart cart) {
    plan = credits.of(cart);
    return plan;
  }

  /** How the cart is paid. */
  public CartCredits.Plan getPlan() {
    return plan;
  }

  /** True if a gateway has to take something. */
  public boolean isMoneyNeeded() {
    return plan.left().isPositive();
  }

  /** True if the person who is signed in has credit that was not entered yet. */
  public boolean isOwnOffered() {
    return plan.own().isPositive() && plan.left().isPositive();
  }

  /** What was typed and refused, so that it is not lost; or null. */
  public String getTyped() {
    return trouble == null ? null : sent(CODE);
  }

  /** Why a card does not pay, or null. */
  public String getTrouble() {
    return trouble;
  }
}
