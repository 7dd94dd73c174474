package org.halles.marketplace.refund;

import java.math.BigInteger;
import org.halles.spi.Money;

/**
 * What of a leg goes back to the buyer at the vendor's cost, because the platform keeps it.
 *
 * @param taken what the refund takes of the leg
 * @param weight the share that is kept, over the leg's denominator
 * @param amount what is kept of it; zero to {@code taken}
 */
record Kept(Leg leg, Money taken, BigInteger weight, Money amount) {

  /**
   * What was kept of a leg by refunds before.
   *
   * @param weighted the sum of taken x weight
   * @param amount what was kept
   */
  record Before(BigInteger weighted, long amount) {

    static final Before NOTHING = new Before(BigInteger.ZERO, 0);
  }
}
