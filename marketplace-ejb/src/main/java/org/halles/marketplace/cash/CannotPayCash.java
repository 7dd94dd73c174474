package org.halles.marketplace.cash;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Why a purchase cannot be paid in cash at the door. */
public final class CannotPayCash extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotPayCash(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static CannotPayCash notOffered() {
    return new CannotPayCash(
        "cash-not-offered", "this marketplace does not offer cash on delivery", Map.of());
  }

  static CannotPayCash notThere(String country) {
    return new CannotPayCash(
        "cash-not-there",
        "cash on delivery is not offered in " + country + ": pay another way",
        Map.of("country", country));
  }

  static CannotPayCash otherCurrency(CurrencyCode currency) {
    return new CannotPayCash(
        "cash-other-currency",
        "cash on delivery is not offered in " + currency + ": pay another way",
        Map.of("currency", currency.value()));
  }

  static CannotPayCash tooMuch(Money amount, Money most) {
    return new CannotPayCash(
        "cash-too-much",
        amount + " is too much for cash on delivery: at most " + most,
        Map.of("wanted", amount, "left", most));
  }

  static CannotPayCash severalVendors(int vendors) {
    return new CannotPayCash(
        "cash-several-vendors",
        "cash is paid to one vendor at the door, and the cart has "
            + vendors
            + ": order from each on its own, or pay another way",
        Map.of("vendors", vendors));
  }

  static CannotPayCash vendorDoesNot() {
    return new CannotPayCash(
        "cash-vendor-does-not",
        "not every vendor of this purchase takes cash: pay another way",
        Map.of());
  }

  static CannotPayCash notGoods() {
    return new CannotPayCash(
        "cash-not-goods",
        "only goods that are shipped can be paid in cash, and the cart has files or services too:"
            + " order them on their own, or pay another way",
        Map.of());
  }

  static CannotPayCash credit() {
    return new CannotPayCash(
        "cash-credit",
        "gift cards and store credit cannot be combined with cash: take them out, or pay the rest"
            + " another way",
        Map.of());
  }
}
