package org.halles.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An amount of one currency in whole minor units: {@code Money.of(1234, "EUR")} is 12.34 euros.
 *
 * <p>Arithmetic is exact. Adding two currencies is refused; an overflow is refused. The two places
 * where a fraction can arise are {@link #times(Rate)}, which rounds once, and {@link
 * #allocate(List)}, which never loses a unit.
 *
 * @param minor minor units of the currency (cents for EUR, yen for JPY); any sign
 * @param currency never null
 */
public record Money(long minor, CurrencyCode currency) implements Comparable<Money> {

  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  /** So many minor units of the currency with this ISO 4217 code. */
  public static Money of(long minor, String currency) {
    return new Money(minor, CurrencyCode.of(currency));
  }

  /** So many minor units of this currency. */
  public static Money of(long minor, CurrencyCode currency) {
    return new Money(minor, currency);
  }

  /** Nothing, in this currency. */
  public static Money zero(CurrencyCode currency) {
    return new Money(0, currency);
  }

  /**
   * An amount as people write it, with a point: {@code parse("12.34", EUR)}.
   *
   * @throws ArithmeticException if it has more decimals than the currency, or is too large
   * @throws NumberFormatException if it is no decimal number
   */
  public static Money parse(String amount, CurrencyCode currency) {
    return new Money(
        new BigDecimal(amount).scaleByPowerOfTen(currency.fractionDigits()).longValueExact(),
        currency);
  }

  /** The sum of amounts, or zero of the given currency for an empty list. */
  public static Money sum(CurrencyCode currency, Iterable<Money> amounts) {
    Money sum = zero(currency);
    for (Money amount : amounts) {
      sum = sum.plus(amount);
    }
    return sum;
  }

  /**
   * @throws CurrencyMismatch if the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * @throws CurrencyMismatch if the currencies differ
   * @throws ArithmeticException on overflow
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * @throws ArithmeticException on overflow
   */
  public Money times(long factor) {
    return new Money(Math.multiplyExact(minor, factor), currency);
  }

  /**
   * This share of the amount, rounded once: half away from zero.
   *
   * @throws ArithmeticException on overflow
   */
  public Money times(Rate rate) {
    BigInteger denominator = BigInteger.valueOf(rate.denominator());
    BigInteger product = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(rate.numerator()));
    BigInteger rounded =
        product.abs().shiftLeft(1).add(denominator).divide(denominator.shiftLeft(1));
    return new Money(
        (product.signum() < 0 ? rounded.negate() : rounded).longValueExact(), currency);
  }

  /** The same amount with the other sign. */
  public Money negate() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** The smaller of the two. */
  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The larger of the two. */
  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /**
   * Distributes this amount over weights by largest remainder: each part gets the floor of its
   * exact share, the units left over go one by one to the largest fractions, ties to the lower
   * index. The parts always add up to the whole, whatever the weights. A negative total is
   * allocated as its absolute value and negated.
   *
   * @param weights not empty, none negative; if all are zero they count as equal
   * @return as many parts as weights, in their order
   * @throws IllegalArgumentException if there is no weight or one is negative
   */
  public List<Money> allocate(List<Long> weights) {
    if (weights.isEmpty()) {
      throw new IllegalArgumentException("cannot allocate " + this + " over no weights");
    }
    if (weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("a weight below zero in " + weights);
    }
    List<BigInteger> shares = weights.stream().map(BigInteger::valueOf).toList();
    BigInteger whole = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (whole.signum() == 0) {
      shares = weights.stream().map(weight -> BigInteger.ONE).toList();
      whole = BigInteger.valueOf(shares.size());
    }
    return distribute(BigInteger.valueOf(minor).abs(), shares, whole);
  }

  private List<Money> distribute(BigInteger total, List<BigInteger> weights, BigInteger whole) {
    List<BigInteger> parts = new ArrayList<>(weights.size());
    List<BigInteger> fractions = new ArrayList<>(weights.size());
    BigInteger left = total;
    for (BigInteger weight : weights) {
      BigInteger[] exact = total.multiply(weight).divideAndRemainder(whole);
      parts.add(exact[0]);
      fractions.add(exact[1]);
      left = left.subtract(exact[0]);
    }
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.<Integer, BigInteger>comparing(fractions::get).reversed())
        .limit(left.longValueExact())
        .forEach(index -> parts.set(index, parts.get(index).add(BigInteger.ONE)));
    return parts.stream()
        .map(part -> minor < 0 ? part.negate() : part)
        .map(part -> new Money(part.longValueExact(), currency))
        .toList();
  }

  /** The amount in major units, exactly: 12.34 for 1234 cents. For display and export. */
  public BigDecimal toDecimal() {
    return BigDecimal.valueOf(minor, currency.fractionDigits());
  }

  /**
   * @throws CurrencyMismatch if the currencies differ
   */
  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new CurrencyMismatch(this, other);
    }
    return other;
  }

  @Override
  public String toString() {
    return toDecimal().toPlainString() + " " + currency;
  }
}
