package org.halles.marketplace.shared;

import java.util.Map;

/** Somebody edited the thing since the caller read it. */
public final class Stale extends Refusal {

  private static final long serialVersionUID = 1L;

  public Stale() {
    super(
        Kind.STALE,
        "edited-meanwhile",
        "somebody changed this since you read it: read it again and repeat your change",
        Map.of());
  }

  /**
   * @param expected the version the caller read, or null if it insists on none
   * @throws Stale if it is another one now
   */
  public static void check(Integer expected, int current) {
    if (expected != null && expected != current) {
      throw new Stale();
    }
  }
}
