package org.halles.marketplace.checkout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The gateway is down and says so; nothing was charged and the cart is kept. */
public final class GatewayUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  public GatewayUnavailable(String gateway) {
    super(
        Kind.GATEWAY_UNAVAILABLE,
        "gateway-unavailable",
        "the payment service '" + gateway + "' is down; nothing was charged and the cart is kept",
        Map.of("gateway", gateway));
  }
}
