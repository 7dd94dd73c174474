package org.halles.spi.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Reads the vectors' many ways to write a number. */
final class Numbers {

  static final CurrencyCode EUR = CurrencyCode.of("EUR");

  private Numbers() {}

  static Money minor(long minor) {
    return new Money(minor, EUR);
  }

  /** An amount in major units; zero where it is not given. */
  static Money major(JsonNode amount) {
    return amount.isMissingNode() || amount.isNull()
        ? Money.zero(EUR)
        : Money.parse(amount.asText().split(" ")[0], EUR);
  }

  /** {@code 10%}, {@code 7.59} or {@code 20% included}; zero where it is not given. */
  static Rate percent(JsonNode percent) {
    return percent.isMissingNode()
        ? Rate.ZERO
        : Rate.percent(percent.asText().split(" ")[0].replace("%", ""));
  }

  /** A plain number as a ratio. */
  static Rate ratio(String number) {
    return Rate.percent(new BigDecimal(number).movePointRight(2));
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static List<Long> minors(List<Money> amounts) {
    return amounts.stream().map(Money::minor).toList();
  }

  /** Decimal weights as whole numbers in the same proportion. */
  static List<Long> weights(JsonNode array) {
    List<BigDecimal> decimals = list(array).stream().map(n -> new BigDecimal(n.asText())).toList();
    int scale = decimals.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    List<Long> whole = new ArrayList<>();
    decimals.forEach(d -> whole.add(d.movePointRight(Math.max(scale, 0)).longValueExact()));
    return whole;
  }

  /** The part of a gross amount that is tax. */
  static Money taxIn(Money gross, Rate rate) {
    return gross.times(
        Rate.of(rate.numerator(), Math.addExact(rate.numerator(), rate.denominator())));
  }
}
