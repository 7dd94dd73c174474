package org.halles.marketplace.refund;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a part of a total back from those who share it, so that every share stays within one unit
 * of exact after any sequence of refunds, none falls below zero, and all are closed at the total.
 */
final class LargestDeficit {

  private final BigInteger total;
  private final long[] shares;
  private final long[] done;
  private final BigInteger[] deficits;
  private final long[] given;

  private LargestDeficit(long amount, long[] shares, long[] done) {
    this.total = sum(shares);
    this.shares = shares;
    this.done = done;
    this.given = new long[shares.length];
    BigInteger reached = sum(done).add(BigInteger.valueOf(amount));
    if (amount < 0 || reached.compareTo(total) > 0) {
      throw new IllegalArgumentException(
          amount + " cannot be taken back from " + total + " of which " + sum(done) + " is");
    }
    this.deficits =
        IntStream.range(0, shares.length)
            .mapToObj(i -> deficit(reached, shares[i], done[i]))
            .toArray(BigInteger[]::new);
  }

  /**
   * How much of the amount each share gives back.
   *
   * @param shares the whole, in a stable order: the first wins a tie
   * @param done what each gave back before
   */
  static List<Long> of(long amount, List<Long> shares, List<Long> done) {
    LargestDeficit deficit =
        new LargestDeficit(
            amount,
            shares.stream().mapToLong(Long::longValue).toArray(),
            done.stream().mapToLong(Long::longValue).toArray());
    return java.util.Arrays.stream(deficit.spread(amount)).boxed().toList();
  }

  /** In parts of the total: how far the share is behind what it should have given back. */
  private BigInteger deficit(BigInteger reached, long share, long gave) {
    return reached
        .multiply(BigInteger.valueOf(share))
        .subtract(BigInteger.valueOf(gave).multiply(total))
        .max(BigInteger.ZERO);
  }

  private long[] spread(long amount) {
    long left = amount;
    for (int i = 0; i < given.length; i++) {
      given[i] = total.signum() == 0 ? 0 : deficits[i].divide(total).longValueExact();
      left -= given[i];
    }
    return left < 0 ? trimmed(-left) : filled(left);
  }

  /** The floors were too much: those that are least behind wait. */
  private long[] trimmed(long excess) {
    long over = excess;
    for (int i : by(Comparator.comparing(i -> deficits[i]))) {
      long less = Math.min(over, given[i]);
      given[i] -= less;
      over -= less;
    }
    return given;
  }

  /** Single units, to those whose fraction is largest. */
  private long[] filled(long missing) {
    long left = missing;
    Comparator<Integer> largestFraction =
        Comparator.<Integer, BigInteger>comparing(i -> deficits[i].mod(total)).reversed();
    while (left > 0) {
      for (int i : by(largestFraction)) {
        if (left > 0 && done[i] + given[i] < shares[i]) {
          given[i]++;
          left--;
        }
      }
    }
    return given;
  }

  private List<Integer> by(Comparator<Integer> order) {
    return IntStream.range(0, given.length).boxed().sorted(order).toList();
  }

  private static BigInteger sum(long[] amounts) {
    return IntStream.range(0, amounts.length)
        .mapToObj(i -> BigInteger.valueOf(amounts[i]))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
