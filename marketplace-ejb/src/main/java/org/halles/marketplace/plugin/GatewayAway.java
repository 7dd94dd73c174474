package org.halles.marketplace.plugin;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A gateway was asked for something and did not answer. */
public final class GatewayAway extends Refusal {

  private static final long serialVersionUID = 1L;

  GatewayAway(String gateway) {
    super(
        Kind.GATEWAY_UNAVAILABLE,
        "gateway-unavailable",
        "the payment gateway '" + gateway + "' does not answer: try again in a moment",
        Map.of("gateway", gateway));
  }
}
