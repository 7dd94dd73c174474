package org.halles.marketplace.checkout;

import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The gateway said no; nothing was charged, the cart is kept, and the order may be paid again. */
public final class PaymentDeclined extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason the gateway's code, such as {@code insufficient-funds}
   * @param message what to tell the buyer
   * @param accessKey opens the order, to pay it in another way; null if the buyer is signed in
   */
  public PaymentDeclined(String reason, String message, String orderNumber, String accessKey) {
    super(
        Kind.PAYMENT,
        "payment-declined",
        message + " Nothing was charged and the cart is kept: try again or pay another way.",
        facts(reason, orderNumber, accessKey));
  }

  private static Map<String, Object> facts(String reason, String orderNumber, String accessKey) {
    Map<String, Object> facts = new HashMap<>(Map.of("reason", reason, "orderGroup", orderNumber));
    if (accessKey != null) {
      facts.put("accessKey", accessKey);
    }
    return facts;
  }
}
