package org.halles.api.order;

import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Money goes back under a key only: a request that is sent twice gives it back once. */
final class RefundKeys {

  private RefundKeys() {}

  /** The key itself is kept by the filter in front of the whole API. */
  static void require(String key) {
    if (key == null || key.isBlank()) {
      throw new InvalidInput(
          new Violation(
              "Idempotency-Key",
              "is required: a header of 1 to 255 printable ASCII characters, new for each refund",
              key));
    }
  }
}
