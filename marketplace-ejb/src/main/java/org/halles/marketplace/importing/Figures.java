package org.halles.marketplace.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Reads figures as spreadsheets of any country write them, and never guesses at an amount. */
final class Figures {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f']|€|\\$|£");
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,12}([.]\\d{1,6})?");
  private static final Pattern GROUPED_US = Pattern.compile("-?\\d{1,3}(,\\d{3})+[.]\\d+");
  private static final Pattern GROUPED_EU = Pattern.compile("-?\\d{1,3}([.]\\d{3})+,\\d+");

  private Figures() {}

  /** A number, or empty if it is none or could be two. */
  static Optional<BigDecimal> number(String written) {
    String text = SPACES.matcher(written).replaceAll("");
    if (GROUPED_US.matcher(text).matches()) {
      text = text.replace(",", "");
    } else if (GROUPED_EU.matcher(text).matches()) {
      text = text.replace(".", "").replace(',', '.');
    } else {
      text = text.replace(',', '.');
    }
    return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** An amount in minor units, or empty if it is none in this currency. */
  static Optional<PriceInput> amount(String written, String currency) {
    try {
      CurrencyCode code = CurrencyCode.of(currency);
      return number(written)
          .map(BigDecimal::stripTrailingZeros)
          .filter(number -> number.scale() <= code.fractionDigits())
          .map(number -> Money.parse(number.toPlainString(), code))
          .map(money -> new PriceInput(money.minor(), currency));
    } catch (IllegalArgumentException | ArithmeticException noAmount) {
      return Optional.empty();
    }
  }

  /** A whole number, or empty; {@code 12.0} is one. */
  static Optional<Integer> whole(String written) {
    return number(written)
        .map(BigDecimal::stripTrailingZeros)
        .filter(number -> number.scale() <= 0 && number.precision() - number.scale() < 10)
        .map(BigDecimal::intValueExact);
  }

  /** A number of grams, rounded to whole ones, or empty. */
  static Optional<Integer> rounded(String written) {
    return number(written)
        .map(number -> number.setScale(0, RoundingMode.HALF_UP))
        .filter(number -> number.precision() < 10)
        .map(BigDecimal::intValueExact);
  }
}
