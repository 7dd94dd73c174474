package org.halles.marketplace.attribute;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.spi.Money;

/**
 * What a kilogram, a litre or a metre of something costs, as those who sell by the packet in the
 * European Union have to say beside the price.
 *
 * @param price rounded half up
 * @param per {@code kg}, {@code l}, {@code m} or {@code m²}
 */
public record MeasuredPrice(Money price, String per) {

  private record Measure(String per, BigDecimal size) {

    static Measure of(String per, String size) {
      return new Measure(per, new BigDecimal(size));
    }
  }

  private static final Map<String, Measure> MEASURES =
      Map.of(
          "mg", Measure.of("kg", "0.000001"),
          "g", Measure.of("kg", "0.001"),
          "kg", Measure.of("kg", "1"),
          "ml", Measure.of("l", "0.001"),
          "cl", Measure.of("l", "0.01"),
          "dl", Measure.of("l", "0.1"),
          "l", Measure.of("l", "1"),
          "m", Measure.of("m", "1"),
          "m2", Measure.of("m²", "1"),
          "m²", Measure.of("m²", "1"));

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(\\d{1,7}(?:[.,]\\d{1,4})?)[\\s\\u00a0\\u202f-]*(mg|g|kg|ml|cl|dl|l|m|m2|m²)");

  /** Of a packet at this price that holds so much; empty if the text is no amount. */
  static Optional<MeasuredPrice> of(Money packet, String content) {
    Matcher amount = AMOUNT.matcher(content.strip().toLowerCase(Locale.ROOT));
    if (!amount.matches()) {
      return Optional.empty();
    }
    Measure measure = MEASURES.get(amount.group(2));
    BigDecimal held = new BigDecimal(amount.group(1).replace(',', '.')).multiply(measure.size());
    if (held.signum() == 0) {
      return Optional.empty();
    }
    long minor =
        BigDecimal.valueOf(packet.minor()).divide(held, 0, RoundingMode.HALF_UP).longValueExact();
    return Optional.of(new MeasuredPrice(Money.of(minor, packet.currency()), measure.per()));
  }
}
