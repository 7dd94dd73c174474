package org.halles.marketplace.checkout;

import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.order.OrderGroupView;

/**
 * A buyer pays for a gift card.
 *
 * @param gateway who takes the money, such as {@code sandbox}
 * @param token what stands for the card at the gateway
 * @param options whatever else the gateway's form sent along
 * @param returnPath where the buyer comes back to after an action elsewhere; {@code {number}} and
 *     {@code {accessKey}} in it are replaced
 * @param key the idempotency key this request holds, if it has one
 */
public record GiftCheckoutRequest(
    GiftPurchase purchase,
    String gateway,
    String token,
    Map<String, String> options,
    String returnPath,
    Optional<CheckoutRequest.HeldKey> key) {

  public GiftCheckoutRequest {
    options = Map.copyOf(options);
  }

  boolean isTakenOver() {
    return key.map(CheckoutRequest.HeldKey::takenOver).orElse(false);
  }

  String returnTo(OrderGroupView order) {
    return returnPath.replace("{number}", order.number()).replace("{accessKey}", order.accessKey());
  }

  GiftCheckoutRequest of(GiftPurchase checked) {
    return new GiftCheckoutRequest(checked, gateway, token, options, returnPath, key);
  }
}
