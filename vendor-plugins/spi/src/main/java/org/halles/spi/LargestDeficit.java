package org.halles.spi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides a partial refund over the legs of what was paid: who gives back how much.
 *
 * <p>Each leg is owed its exact share of everything refunded so far, this refund included; what it
 * lacks is its deficit. Every leg gives back the whole units of its deficit, the units left over
 * come one by one from the largest fractions, ties from the lower index. So no leg ever gives back
 * more than it received, no leg ever strays a whole unit from its exact share, and when everything
 * is refunded every leg is closed, however many refunds it took.
 *
 * <pre>{@code
 * // 10.00 EUR were paid: 9.00 to the vendor, 1.00 commission. Now 3.33 go back to the buyer:
 * LargestDeficit.split(Money.of(333, "EUR"), List.of(nine, one), List.of(zero, zero));
 * // 3.00 from the vendor, 0.33 from the platform
 * }</pre>
 */
public final class LargestDeficit {

  private LargestDeficit() {}

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
    CurrencyCode currency = refund.currency();
    check(refund, original, refundedSoFar);
    BigInteger total = BigInteger.valueOf(Money.sum(currency, original).minor());
    if (total.signum() == 0) {
      return original;
    }
    BigInteger refunded =
        BigInteger.valueOf(Money.sum(currency, refundedSoFar).plus(refund).minor());
    List<BigInteger> deficits = new ArrayList<>(original.size());
    for (int leg = 0; leg < original.size(); leg++) {
      deficits.add(
          refunded
              .multiply(BigInteger.valueOf(original.get(leg).minor()))
              .subtract(BigInteger.valueOf(refundedSoFar.get(leg).minor()).multiply(total))
              .max(BigInteger.ZERO));
    }
    return give(refund.minor(), deficits, total).stream()
        .map(units -> new Money(units, currency))
        .toList();
  }

  /** The deficits are numerators over {@code total}; the result is in whole units. */
  private static List<Long> give(long refund, List<BigInteger> deficits, BigInteger total) {
    List<Long> parts = new ArrayList<>(deficits.size());
    List<BigInteger> fractions = new ArrayList<>(deficits.size());
    for (BigInteger deficit : deficits) {
      BigInteger[] exact = deficit.divideAndRemainder(total);
      parts.add(exact[0].longValueExact());
      fractions.add(exact[1]);
    }
    long left = refund - parts.stream().mapToLong(Long::longValue).sum();
    order(fractions, Comparator.reverseOrder())
        .limit(Math.max(left, 0))
        .forEach(leg -> parts.set(leg, parts.get(leg) + 1));
    trim(-left, deficits, parts);
    return parts;
  }

  /** Legs that gave too much before can make the others' whole units exceed the refund. */
  private static void trim(long excess, List<BigInteger> deficits, List<Long> parts) {
    long left = excess;
    while (left > 0) {
      List<Integer> giving =
          order(deficits, Comparator.naturalOrder())
              .filter(leg -> parts.get(leg) > 0)
              .limit(left)
              .toList();
      giving.forEach(leg -> parts.set(leg, parts.get(leg) - 1));
      left -= giving.size();
    }
  }

  private static Stream<Integer> order(List<BigInteger> values, Comparator<BigInteger> by) {
    return IntStream.range(0, values.size()).boxed().sorted(Comparator.comparing(values::get, by));
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
