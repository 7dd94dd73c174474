package org.halles.marketplace.cart;

import java.time.LocalDate;
import java.util.Map;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.CurrencyCode;

/** An offer does not go into this cart. */
public final class CannotAdd extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotAdd(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static CannotAdd otherCurrency(CurrencyCode offer, CurrencyCode cart) {
    return new CannotAdd(
        "currency-mismatch",
        "the offer is in %s and the cart in %s: start a cart in %s for it"
            .formatted(offer, cart, offer),
        Map.of("offerCurrency", offer.value(), "cartCurrency", cart.value()));
  }

  static CannotAdd closed(String vendor, LocalDate reopens) {
    return new CannotAdd(
        "vendor-closed",
        vendor
            + " is closed at the moment"
            + (reopens == null ? "" : " and sells again from " + reopens)
            + ": come back then",
        reopens == null
            ? Map.of("vendor", vendor)
            : Map.of("vendor", vendor, "reopens", reopens.toString()));
  }

  static CannotAdd companiesOnly(String vendor) {
    return new CannotAdd(
        "companies-only",
        vendor + " sells this to companies only: say in your account which one you buy for",
        Map.of("vendor", vendor));
  }

  static CannotAdd inPacks(String vendor, Packs packs, int asked) {
    String most = packs.most() == Packs.MOST ? "" : " and at most " + packs.most();
    String size = packs.size() == 1 ? "" : ", in packs of " + packs.size();
    return new CannotAdd(
        "order-quantity",
        "%s sells at least %d%s of it%s: take %d instead of %d"
            .formatted(vendor, packs.least(), most, size, packs.next(asked), asked),
        Map.of(
            "least", packs.least(),
            "packSize", packs.size(),
            "next", packs.next(asked),
            "most", packs.most()));
  }

  static CannotAdd full() {
    return new CannotAdd(
        "cart-full",
        "the cart holds " + Carts.MOST_LINES + " lines, which is the most: order these first",
        Map.of("mostLines", Carts.MOST_LINES));
  }
}
