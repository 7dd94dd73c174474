package org.halles.marketplace.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredPriceTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @ParameterizedTest
  @CsvSource({
    "690, 250 g, 2760, kg",
    "1190, 500g, 2380, kg",
    "999, 330 ml, 3027, l",
    "1250, '0,75 l', 1667, l",
    "1250, 75 CL, 1667, l",
    "4500, 25-kg, 180, kg",
    "300, 1.5 m, 200, m",
    "2000, 2 m², 1000, m²"
  })
  void aPacketsPriceIsToldByTheKilogramTheLitreOrTheMetre(
      long minor, String content, long each, String per) {
    assertThat(MeasuredPrice.of(Money.of(minor, EUR), content))
        .contains(new MeasuredPrice(Money.of(each, EUR), per));
  }

  @ParameterizedTest
  @ValueSource(strings = {"M", "40", "30 × 40 cm", "0 g", "six", "250 g de miel", ""})
  void whatIsNoAmountTellsNothing(String content) {
    assertThat(MeasuredPrice.of(Money.of(690, EUR), content)).isEmpty();
  }

  @Test
  void onlyAttributesThatSayWhatAPacketHoldsCount() {
    AttributeBook book =
        new AttributeBook(List.of(text("weight", false), text("content", true)), List.of());
    Money price = Money.of(690, EUR);

    assertThat(book.measured(price, Map.of("weight", "250 g"))).isEmpty();
    assertThat(book.measured(price, Map.of("weight", "9 kg", "content", "250 g")))
        .contains(new MeasuredPrice(Money.of(2760, EUR), "kg"));
    assertThat(book.measured(price, Map.of("content", "1 kg")))
        .as("said already by the price itself")
        .isEmpty();
  }

  private static AttributeView text(String code, boolean content) {
    return new AttributeView(
        code,
        Texts.of(code, code),
        Texts.NONE,
        AttributeType.TEXT,
        null,
        false,
        false,
        content,
        false,
        List.of());
  }
}
