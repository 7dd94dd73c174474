package org.halles.marketplace.tax;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** The tax rules cannot answer now; selling at a guessed tax is worse than not selling. */
public final class TaxUnavailable extends Refusal {

  private static final long serialVersionUID = 1L;

  TaxUnavailable() {
    super(
        Kind.GATEWAY_UNAVAILABLE,
        "tax-unavailable",
        "the tax on this purchase cannot be told at the moment; the cart is kept, try again in a"
            + " minute",
        Map.of());
  }
}
