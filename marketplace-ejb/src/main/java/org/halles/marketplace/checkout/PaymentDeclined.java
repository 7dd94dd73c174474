package org.halles.marketplace.checkout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The gateway said no; nothing was charged and the cart is kept. */
public final class PaymentDeclined extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason the gateway's code, such as {@code insufficient-funds}
   * @param message what to tell the buyer
   */
  public PaymentDeclined(String reason, String message, String orderNumber) {
    super(
        Kind.PAYMENT,
        "payment-declined",
        message + " Nothing was charged and the cart is kept: try again or pay another way.",
        Map.of("reason", reason, "orderGroup", orderNumber));
  }
}
