package org.halles.spi.vectors;

import static org.halles.spi.vectors.Numbers.ratio;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** One rounding: half away from zero. Whatever mode a vector names, this is what we answer. */
final class RoundingVectors {

  private static final Pattern OPERATION =
      Pattern.compile("([A-Z]{3}) (-?[\\d.]+)(?: ([x/]) ([\\d.]+))? .+");

  private RoundingVectors() {}

  static Map<String, Solver> solvers() {
    return Map.of("rounding", RoundingVectors::round);
  }

  private static Map<String, Object> round(JsonNode in) {
    if (in.has("op")) {
      return Map.of("result", operation(in.get("op").asText()));
    }
    if (in.has("numerator")) {
      Rate exact = Rate.of(in.get("numerator").asLong(), in.get("denominator").asLong());
      return Map.of("result", Numbers.minor(1).times(exact).minor());
    }
    long unit = BigDecimal.TEN.pow(in.get("unit_power").asInt()).longValueExact();
    long units = Numbers.minor(in.get("amount").asLong()).times(Rate.of(1, unit)).minor();
    return Map.of("result", units * unit);
  }

  private static BigDecimal operation(String text) {
    Matcher operation = OPERATION.matcher(text);
    if (!operation.matches()) {
      throw new IllegalArgumentException("cannot read " + text);
    }
    Money unit = Money.of(1, operation.group(1));
    int digits = unit.currency().fractionDigits();
    Rate minor = ratio(new BigDecimal(operation.group(2)).movePointRight(digits).toPlainString());
    Rate factor = operation.group(3) == null ? Rate.ONE : ratio(operation.group(4));
    boolean divides = "/".equals(operation.group(3));
    Rate exact =
        divides
            ? Rate.of(
                minor.numerator() * factor.denominator(), minor.denominator() * factor.numerator())
            : Rate.of(
                minor.numerator() * factor.numerator(), minor.denominator() * factor.denominator());
    return unit.times(exact).toDecimal();
  }
}
