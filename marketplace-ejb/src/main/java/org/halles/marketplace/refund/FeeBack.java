package org.halles.marketplace.refund;

import java.math.BigInteger;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What a vendor gets back of what it bore of the gateway's fee, with a refund.
 *
 * @param taken of the vendor's share
 * @param weight the share of the fee that goes back, over the vendor's whole share
 * @param amount what goes back; never more than {@code taken}
 */
record FeeBack(UUID vendorOrder, Money taken, BigInteger weight, Money amount) {

  /**
   * What a vendor bore for one order, and what went back of it before.
   *
   * @param net the vendor's whole share of the order
   * @param weighted the sum of taken x weight of the refunds before
   * @param back what went back
   */
  record Borne(UUID vendorOrder, long fee, long net, BigInteger weighted, long back) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** The exact sum of all refunds is rounded, half up, less what went back before. */
    FeeBack of(Money taken, int basisPoints) {
      BigInteger weight = BigInteger.valueOf(fee).multiply(BigInteger.valueOf(basisPoints));
      BigInteger exact = weighted.add(weight.multiply(BigInteger.valueOf(taken.minor())));
      BigInteger under = BigInteger.valueOf(net).multiply(WHOLE);
      long reached = exact.shiftLeft(1).add(under).divide(under.shiftLeft(1)).longValueExact();
      long now = Math.max(0, Math.min(taken.minor(), reached - back));
      return new FeeBack(vendorOrder, taken, weight, Money.of(now, taken.currency()));
    }
  }
}
