package org.halles.marketplace.cart;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A code that does nothing for this cart, whatever else is put into it; says why. */
public final class CouponRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CouponRefused(String code, String coupon, String message) {
    super(Kind.UNPROCESSABLE, code, message, Map.of("coupon", coupon));
  }

  static CouponRefused unknown(String coupon) {
    return new CouponRefused(
        "coupon-unknown", coupon, "there is no coupon '" + coupon + "': check how it is written");
  }

  static CouponRefused tooMany(String coupon) {
    return new CouponRefused(
        "coupons-too-many",
        coupon,
        "a cart holds at most " + Carts.MOST_COUPONS + " codes: take one out first");
  }

  /** For a reason that nothing in the cart can change. */
  static CouponRefused because(String reason, String coupon) {
    String message =
        switch (reason) {
          case "ended" -> "coupon '" + coupon + "' has ended";
          case "not-started" -> "coupon '" + coupon + "' is not valid yet";
          case "exhausted" -> "coupon '" + coupon + "' has been used up by others";
          case "used" -> "you have used coupon '" + coupon + "' as often as it allows";
          default -> "coupon '" + coupon + "' cannot be used: " + reason;
        };
    return new CouponRefused("coupon-" + reason, coupon, message);
  }
}
