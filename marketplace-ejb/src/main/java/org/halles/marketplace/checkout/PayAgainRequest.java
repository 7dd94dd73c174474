package org.halles.marketplace.checkout;

import java.util.Map;

/**
 * A buyer tries again to pay an order.
 *
 * @param number of the order
 * @param accessKey as given at checkout; null for the account that bought
 * @param gateway who takes the money
 * @param token what stands for the means of payment there
 * @param options whatever else the gateway's form sent along
 * @param returnPath where the buyer comes back to after an action elsewhere, a path of this host
 */
public record PayAgainRequest(
    String number,
    String accessKey,
    String gateway,
    String token,
    Map<String, String> options,
    String returnPath) {

  public PayAgainRequest {
    options = Map.copyOf(options);
  }
}
