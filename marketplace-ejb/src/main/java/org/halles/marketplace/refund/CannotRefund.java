package org.halles.marketplace.refund;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** More than the buyer can get back, or nothing at all. */
public final class CannotRefund extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotRefund(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static CannotRefund tooMuch(Money wanted, Money left) {
    return new CannotRefund(
        "refund-too-large",
        wanted + " cannot be given back: at most " + left + " of it is left",
        Map.of("wanted", wanted, "left", left));
  }

  static CannotRefund tooMany(String number, String sku, int wanted, int left) {
    return new CannotRefund(
        "refund-too-many",
        wanted + " of " + sku + " in " + number + " cannot be given back: " + left + " are left",
        Map.of("order", number, "sku", sku, "wanted", wanted, "left", left));
  }

  static CannotRefund nothingLeft(String number) {
    return new CannotRefund(
        "nothing-to-refund",
        "nothing of " + number + " can be given back: all of it was already, or it was free",
        Map.of("order", number));
  }
}
