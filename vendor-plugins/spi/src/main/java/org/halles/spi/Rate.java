package org.halles.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact ratio, such as 12.5 % or 1/3. Never a floating number; always in lowest terms, so that
 * equal ratios are equal records.
 *
 * @param numerator any sign
 * @param denominator above zero
 */
public record Rate(long numerator, long denominator) implements Comparable<Rate> {

  private static final int MOST_DECIMALS = 16;

  /** Nothing: 0 %. */
  public static final Rate ZERO = new Rate(0, 1);

  /** The whole: 100 %. */
  public static final Rate ONE = new Rate(1, 1);

  /**
   * @throws IllegalArgumentException if the denominator is not above zero
   */
  public Rate {
    if (denominator <= 0) {
      throw new IllegalArgumentException(
          "a rate needs a denominator above zero, not " + denominator);
    }
    long divisor =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    if (divisor > 1) {
      numerator /= divisor;
      denominator /= divisor;
    }
  }

  /** The ratio of two whole numbers. */
  public static Rate of(long numerator, long denominator) {
    return new Rate(numerator, denominator);
  }

  /** Basis points over 10,000: {@code basisPoints(1250)} is 12.5 %. */
  public static Rate basisPoints(long points) {
    return new Rate(points, 10_000);
  }

  /**
   * A percentage as people write it: {@code percent("12.5")} is 12.5 %.
   *
   * @throws NumberFormatException if the text is no decimal number
   * @throws ArithmeticException if it has more digits than a rate holds: at most 16 decimals
   */
  public static Rate percent(String percent) {
    return percent(new BigDecimal(percent));
  }

  /** A percentage: {@code percent(new BigDecimal("12.5"))} is 12.5 %. */
  public static Rate percent(BigDecimal percent) {
    BigDecimal exact = percent.stripTrailingZeros();
    if (exact.scale() > MOST_DECIMALS) { // before a power of ten that fills the memory
      throw new ArithmeticException("more decimals than a rate holds: " + exact.scale());
    }
    int scale = Math.max(exact.scale(), 0) + 2;
    return new Rate(
        percent.movePointRight(scale - 2).longValueExact(),
        BigInteger.TEN.pow(scale).longValueExact());
  }

  /** This ratio as a percentage with at most six decimal places, for display only. */
  public BigDecimal toPercent() {
    BigDecimal value =
        BigDecimal.valueOf(numerator)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  @Override
  public int compareTo(Rate other) {
    return BigInteger.valueOf(numerator)
        .multiply(BigInteger.valueOf(other.denominator))
        .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
  }

  @Override
  public String toString() {
    return toPercent().toPlainString() + " %";
  }
}
