package org.halles.spi;

import java.util.Currency;
import java.util.Objects;

/**
 * An ISO 4217 currency, such as {@code EUR}.
 *
 * @param value the three-letter code in capitals; never null
 */
public record CurrencyCode(String value) implements Comparable<CurrencyCode> {

  /**
   * @throws IllegalArgumentException if {@code value} is no ISO 4217 code with minor units
   */
  public CurrencyCode {
    Objects.requireNonNull(value, "currency");
    if (digitsOf(value) < 0) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a currency with minor units: use an ISO 4217 code such as EUR");
    }
  }

  /** The currency of this ISO 4217 code. */
  public static CurrencyCode of(String value) {
    return new CurrencyCode(value);
  }

  /** How many decimal places one minor unit stands for, after ISO 4217: JPY 0, EUR 2, KWD 3. */
  public int fractionDigits() {
    return digitsOf(value);
  }

  private static int digitsOf(String code) {
    try {
      return Currency.getInstance(code).getDefaultFractionDigits();
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
  }

  @Override
  public int compareTo(CurrencyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
