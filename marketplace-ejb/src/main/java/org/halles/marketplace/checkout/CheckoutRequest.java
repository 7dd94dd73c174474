package org.halles.marketplace.checkout;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.Idempotency;
import org.halles.spi.Money;

/**
 * A buyer says yes.
 *
 * @param cartId what to buy
 * @param expectedTotal what the buyer saw, or null
 * @param gateway who takes the money, such as {@code sandbox}; null if nothing is left to be paid
 * @param token what stands for the card at the gateway
 * @param options whatever else the gateway's form sent along, such as {@code delayMs}
 * @param returnPath where the buyer comes back to after an action elsewhere, a path of this host;
 *     {@code {number}} and {@code {accessKey}} in it are replaced
 * @param downloadAtOnce whether the buyer wants files at once and gives up the right of withdrawal
 *     for it (Directive 2011/83/EU, Article 16 (m)); without it they open when that right has ended
 * @param credit what the buyer saw that gift cards and store credit pay, or null: as much as they
 *     can
 * @param given what the buyer saw that is added for others; null if nothing is
 * @param key the idempotency key this request holds, if it has one
 */
public record CheckoutRequest(
    UUID cartId,
    Money expectedTotal,
    String gateway,
    String token,
    Map<String, String> options,
    String returnPath,
    boolean downloadAtOnce,
    Money credit,
    Money given,
    Optional<HeldKey> key) {

  /** A purchase whose buyer counts on whatever credit the cart has. */
  public CheckoutRequest(
      UUID cartId,
      Money expectedTotal,
      String gateway,
      String token,
      Map<String, String> options,
      String returnPath,
      boolean downloadAtOnce,
      Optional<HeldKey> key) {
    this(
        cartId,
        expectedTotal,
        gateway,
        token,
        options,
        returnPath,
        downloadAtOnce,
        null,
        null,
        key);
  }

  /** A purchase with nothing in it to download at once. */
  public CheckoutRequest(
      UUID cartId,
      Money expectedTotal,
      String gateway,
      String token,
      Map<String, String> options,
      String returnPath,
      Optional<HeldKey> key) {
    this(cartId, expectedTotal, gateway, token, options, returnPath, false, key);
  }

  public CheckoutRequest {
    options = Map.copyOf(options);
  }

  /** True if an earlier request with this key was cut off. */
  boolean isTakenOver() {
    return key.map(HeldKey::takenOver).orElse(false);
  }

  /** Where the buyer of this order comes back to. */
  String returnTo(OrderGroupView order) {
    return returnPath.replace("{number}", order.number()).replace("{accessKey}", order.accessKey());
  }

  /**
   * A key whose answer is stored in the very transaction that records the payment.
   *
   * @param takenOver true if an earlier request with it never ended: go on where it stopped
   * @param encoder makes the answer to be repeated from the order
   */
  public record HeldKey(
      Idempotency.Ticket ticket,
      boolean takenOver,
      Function<OrderGroupView, Idempotency.Answer> encoder) {}
}
