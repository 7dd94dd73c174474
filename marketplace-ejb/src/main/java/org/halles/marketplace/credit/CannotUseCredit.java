package org.halles.marketplace.credit;

import java.time.Instant;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A gift card or store credit that does not pay, or not so much; says why. */
public final class CannotUseCredit extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotUseCredit(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotUseCredit unknown() {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "gift-card-unknown",
        "no gift card has this code: check each character",
        Map.of());
  }

  static CannotUseCredit expired(String ending, Instant at) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "gift-card-expired",
        "the gift card ending in " + ending + " expired at " + at,
        Map.of("ending", ending, "expiredAt", at));
  }

  static CannotUseCredit blocked(String ending) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "gift-card-blocked",
        "the gift card ending in " + ending + " is blocked: ask the marketplace",
        Map.of("ending", ending));
  }

  static CannotUseCredit empty(String ending) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "gift-card-empty",
        "nothing is left on the gift card ending in " + ending,
        Map.of("ending", ending));
  }

  static CannotUseCredit otherCurrency(CurrencyCode has, CurrencyCode wanted) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "credit-other-currency",
        "this credit is in " + has + " and the cart in " + wanted,
        Map.of("currency", has.value(), "cart", wanted.value()));
  }

  static CannotUseCredit none(CurrencyCode currency) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "credit-none",
        "your account has no store credit in " + currency,
        Map.of("currency", currency.value()));
  }

  static CannotUseCredit tooMany(int most) {
    return new CannotUseCredit(
        Kind.UNPROCESSABLE,
        "credits-too-many",
        "a cart is paid with at most " + most + " credits: take one out first",
        Map.of("most", most));
  }

  /** Less is there than the buyer counts on: another purchase took it, or it expired. */
  public static CannotUseCredit notEnough(Money asked, Money available) {
    return new CannotUseCredit(
        Kind.CONFLICT,
        "credit-not-enough",
        "asked for " + asked + " of credit, " + available + " is available: look at it again",
        Map.of("wanted", asked, "left", available));
  }
}
