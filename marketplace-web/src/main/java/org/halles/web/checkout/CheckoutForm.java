package org.halles.web.checkout;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.cart.DeliveryInput;
import org.halles.marketplace.pricing.PricedCart;
import org.halles.marketplace.pricing.Quote;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What a buyer typed, exactly as typed, so that nothing is lost when something has to be corrected.
 */
public final class CheckoutForm {

  private static final String SHIPPING = "ship.";

  /** Until the buyer says where: the country whose ways to ship the cart already showed. */
  private static final String USUAL_COUNTRY = "FR";

  private final Map<String, String> typed = new LinkedHashMap<>();

  /** What was sent. */
  static CheckoutForm of(HttpServletRequest request) {
    CheckoutForm form = new CheckoutForm();
    request.getParameterMap().forEach((name, values) -> form.typed.put(name, values[0]));
    return form;
  }

  /** What is known already: the cart's delivery, else the person who is signed in. */
  static CheckoutForm of(PricedCart cart, String email) {
    CheckoutForm form = new CheckoutForm();
    Quote.Delivery known = cart.delivery();
    form.put("email", known.email() == null ? email : known.email());
    form.put("purchaseOrder", cart.trade().purchaseOrder());
    form.put("name", known.name());
    form.put("line1", known.line1());
    form.put("line2", known.line2());
    form.put("postalCode", known.postalCode());
    form.put("city", known.city());
    form.put("region", known.region());
    form.put("country", known.country() == null ? USUAL_COUNTRY : known.country());
    return form;
  }

  private void put(String name, String value) {
    typed.put(name, value == null ? "" : value);
  }

  /** The fields by name. */
  public Map<String, String> getTyped() {
    return typed;
  }

  String get(String name) {
    return typed.getOrDefault(name, "");
  }

  /** Who is to take the money. */
  String gateway() {
    String chosen = Means.gatewayIn(get("token"));
    return chosen == null ? get("gateway") : chosen;
  }

  /** What stands for the buyer's means of payment there. */
  String token() {
    return Means.tokenIn(get("token"));
  }

  /** Proposes a way to pay where the buyer has not chosen yet. */
  void propose(String means) {
    typed.putIfAbsent("token", means);
  }

  DeliveryInput delivery() {
    return new DeliveryInput(
        get("email"),
        get("name"),
        new DeliveryInput.Address(
            get("line1"),
            get("line2"),
            get("postalCode"),
            get("city"),
            get("region"),
            get("country")));
  }

  /** The way of shipping chosen on this page, by vendor. */
  Map<UUID, String> shippingChoices() {
    Map<UUID, String> choices = new LinkedHashMap<>();
    typed.forEach(
        (name, value) -> {
          if (name.startsWith(SHIPPING)) {
            try {
              choices.put(UUID.fromString(name.substring(SHIPPING.length())), value);
            } catch (IllegalArgumentException noVendor) {
              // somebody made this field up; there is nothing to choose for it
            }
          }
        });
    return choices;
  }

  /** True if a company's purchase order was typed that the cart does not know yet. */
  boolean names(PricedCart.Trade trade) {
    String known = trade.purchaseOrder() == null ? "" : trade.purchaseOrder();
    return typed.containsKey("purchaseOrder") && !get("purchaseOrder").strip().equals(known);
  }

  /** True if the buyer wants files at once and gives up the right of withdrawal for it. */
  boolean downloadAtOnce() {
    return get("downloadAtOnce").equals("true");
  }

  /** What the buyer saw that gift cards pay, or null where nothing was said about them. */
  Money credit(CurrencyCode currency) {
    String minor = get("expectedCredit");
    return minor.matches("\\d{1,15}") ? Money.of(Long.parseLong(minor), currency) : null;
  }

  /** True if what the buyer saw, in all and for others, is this. */
  boolean saw(Quote.Totals now) {
    return get("expectedTotal").equals(String.valueOf(now.total().minor()))
        && get("expectedContribution").equals(String.valueOf(now.contribution().minor()));
  }
}
