package org.halles.marketplace.payout;

import java.time.Instant;
import java.util.Map;

/**
 * How a vendor is paid.
 *
 * @param rhythm how often
 * @param minimum minor units by currency below which money is carried over to the next run
 * @param requestedAt when the vendor asked to be paid with the next run, or null
 * @param blockedReason why an operator keeps the money back, or null
 * @param version counts changes
 */
public record PayoutPolicy(
    Rhythm rhythm,
    Map<String, Long> minimum,
    Instant requestedAt,
    String blockedReason,
    int version) {

  /** Of a vendor that chose nothing: weekly, from the first cent. */
  public static final PayoutPolicy USUAL = new PayoutPolicy(Rhythm.WEEKLY, Map.of(), null, null, 0);

  public PayoutPolicy {
    minimum = minimum == null ? Map.of() : Map.copyOf(minimum);
  }
}
