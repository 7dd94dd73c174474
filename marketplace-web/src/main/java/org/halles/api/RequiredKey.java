package org.halles.api;

import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Money moves under a key only: a request that is sent twice moves it once. */
public final class RequiredKey {

  private RequiredKey() {}

  /**
   * The key itself is kept by the filter in front of the whole API.
   *
   * @param what moves, as in "new for each refund"
   * @throws InvalidInput if there is none
   */
  public static void require(String key, String what) {
    if (key == null || key.isBlank()) {
      throw new InvalidInput(
          new Violation(
              "Idempotency-Key",
              "is required: a header of 1 to 255 printable ASCII characters, new for each " + what,
              key));
    }
  }
}
