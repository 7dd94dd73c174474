package org.halles.marketplace.pricing;

import java.util.Map;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Refusal;

/** The cart cannot be paid yet; says what is missing. */
public final class NotReady extends Refusal {

  private static final long serialVersionUID = 1L;

  private NotReady(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static void check(CartFacts facts) {
    if (facts.lines().isEmpty()) {
      throw new NotReady("cart-empty", "the cart is empty: add something first", Map.of());
    }
    CartFacts.Header header = facts.header();
    boolean complete =
        Stream.of(header.email(), header.name(), header.line1(), header.city(), header.country())
            .allMatch(field -> field != null && !field.isBlank());
    if (!complete) {
      throw new NotReady(
          "delivery-missing",
          "nobody knows where this goes: set the cart's delivery first",
          Map.of());
    }
  }

  static NotReady cannotShip(LineFacts.Seller seller, String country) {
    return new NotReady(
        "cannot-ship",
        seller.name()
            + " does not ship these goods to "
            + country
            + ": remove them or change the delivery address",
        Map.of("vendor", seller.slug(), "country", country));
  }

  static NotReady shippingUnavailable(LineFacts.Seller seller) {
    return new NotReady(
        "shipping-unavailable",
        "shipping by " + seller.name() + " cannot be quoted at the moment: try again in a minute",
        Map.of("vendor", seller.slug()));
  }
}
