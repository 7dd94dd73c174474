package org.halles.spi;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides a partial refund over the legs of what was paid: who gives back how much.
 *
 * <p>Each leg owes its exact share of everything refunded so far, this refund included; what it has
 * not given of that is its deficit. Every leg gives the whole units of its deficit. The units left
 * over come one each from legs that still owe a fraction: from those first whose next whole unit
 * falls due soonest, ties from the lower index. So no leg ever gives back more than it received, no
 * leg ever strays a whole unit from its exact share, and when everything is refunded every leg is
 * closed, however many refunds it took. (Taking the largest fractions instead, as a single
 * distribution does, can leave several legs a unit short at the same moment later on.)
 *
 * <pre>{@code
 * // 10.00 EUR were paid: 9.00 to the vendor, 1.00 commission. Now 3.33 go back to the buyer:
 * LargestDeficit.split(Money.of(333, "EUR"), List.of(nine, one), List.of(zero, zero));
 * // 3.00 from the vendor, 0.33 from the platform
 * }</pre>
 */
public final class LargestDeficit {

  private final BigInteger total;
  private final BigInteger refunded;
  private final List<Money> original;
  private final List<Money> given;
  private final long[] parts;

  private LargestDeficit(Money refund, List<Money> original, List<Money> refundedSoFar) {
    CurrencyCode currency = refund.currency();
    this.total = BigInteger.valueOf(Money.sum(currency, original).minor());
    this.refunded = BigInteger.valueOf(Money.sum(currency, refundedSoFar).plus(refund).minor());
    this.original = original;
    this.given = refundedSoFar;
    this.parts = new long[original.size()];
  }

  /**
   * What each leg gives back of this refund.
   *
   * @param refund zero or more, at most what is not yet refunded
   * @param original what each leg received, in a stable order; none negative
   * @param refundedSoFar what each leg gave back before, in the same order; between zero and its
   *     original
   * @return as many amounts as legs, in their order; they add up to {@code refund}
   * @throws IllegalArgumentException if there is no leg, the lists differ in length, a leg gave
   *     back more than it received, or more would be refunded than was paid; names the amounts
   * @throws CurrencyMismatch if the currencies differ
   */
  public static List<Money> split(Money refund, List<Money> original, List<Money> refundedSoFar) {
    check(refund, original, refundedSoFar);
    LargestDeficit division = new LargestDeficit(refund, original, refundedSoFar);
    if (refund.isPositive()) {
      division.giveWholeUnits();
      division.giveLeftOver(refund.minor());
    }
    return IntStream.range(0, original.size())
        .mapToObj(leg -> new Money(division.parts[leg], refund.currency()))
        .toList();
  }

  private void giveWholeUnits() {
    for (int leg = 0; leg < parts.length; leg++) {
      BigInteger whole = exactShare(leg)[0].subtract(BigInteger.valueOf(given.get(leg).minor()));
      parts[leg] = whole.max(BigInteger.ZERO).longValueExact();
    }
  }

  private void giveLeftOver(long refund) {
    long left = refund - IntStream.range(0, parts.length).mapToLong(leg -> parts[leg]).sum();
    if (left < 0) {
      takeBack(-left);
    } else {
      legs(this::owesAFraction, this::nextUnitDue).limit(left).forEach(leg -> parts[leg]++);
    }
  }

  /**
   * Where legs gave too much before, say because named lines were refunded, the others' whole units
   * can exceed the refund: those that owe least keep a unit.
   */
  private void takeBack(long units) {
    long left = units;
    while (left > 0) {
      List<Integer> giving = legs(leg -> parts[leg] > 0, this::deficit).limit(left).toList();
      giving.forEach(leg -> parts[leg]--);
      left -= giving.size();
    }
  }

  private boolean owesAFraction(int leg) {
    BigInteger[] exact = exactShare(leg);
    return exact[1].signum() > 0
        && exact[0].compareTo(BigInteger.valueOf(given.get(leg).minor() + parts[leg])) >= 0;
  }

  /** The least refunded sum at which this leg's exact share reaches its next whole unit. */
  private BigInteger nextUnitDue(int leg) {
    BigInteger nextUnit = BigInteger.valueOf(given.get(leg).minor() + parts[leg] + 1);
    BigInteger[] due =
        nextUnit.multiply(total).divideAndRemainder(BigInteger.valueOf(original.get(leg).minor()));
    return due[1].signum() == 0 ? due[0] : due[0].add(BigInteger.ONE);
  }

  /** What a leg owes, as a numerator over the total. */
  private BigInteger deficit(int leg) {
    return refunded
        .multiply(BigInteger.valueOf(original.get(leg).minor()))
        .subtract(BigInteger.valueOf(given.get(leg).minor()).multiply(total));
  }

  /** Whole units and the remainder over the total. */
  private BigInteger[] exactShare(int leg) {
    return refunded
        .multiply(BigInteger.valueOf(original.get(leg).minor()))
        .divideAndRemainder(total);
  }

  private Stream<Integer> legs(IntPredicate which, IntFunction<BigInteger> order) {
    return IntStream.range(0, parts.length)
        .filter(which)
        .boxed()
        .sorted(Comparator.comparing(order::apply));
  }

  private static void check(Money refund, List<Money> original, List<Money> refundedSoFar) {
    if (original.isEmpty() || original.size() != refundedSoFar.size()) {
      throw new IllegalArgumentException(
          "a refund needs at least one leg and what each gave back so far, not "
              + original.size()
              + " legs and "
              + refundedSoFar.size()
              + " refunded amounts");
    }
    for (int leg = 0; leg < original.size(); leg++) {
      Money given = refundedSoFar.get(leg);
      if (given.isNegative() || given.compareTo(original.get(leg)) > 0) {
        throw new IllegalArgumentException(
            "leg "
                + leg
                + " received "
                + original.get(leg)
                + " and cannot have given back "
                + given);
      }
    }
    Money left =
        Money.sum(refund.currency(), original).minus(Money.sum(refund.currency(), refundedSoFar));
    if (refund.isNegative() || refund.compareTo(left) > 0) {
      throw new IllegalArgumentException(
          "cannot refund " + refund + ": between zero and " + left + " is left");
    }
  }
}
