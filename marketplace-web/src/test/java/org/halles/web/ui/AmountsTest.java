package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  private static final Locale IRELAND = Language.localeOf("en");

  @ParameterizedTest
  @CsvSource({"780, '7,80 €'", "123456, '1 234,56 €'", "0, '0,00 €'", "-1500, '−15,00 €'"})
  void french_puts_the_euro_after_the_amount(long minor, String written) {
    assertThat(plain(Amounts.text(Money.of(minor, "EUR"), Locale.FRANCE))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"780, €7.80", "123456, '€1,234.56'", "-1500, −€15.00"})
  void english_puts_it_before(long minor, String written) {
    assertThat(plain(Amounts.text(Money.of(minor, "EUR"), IRELAND))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"0.50, '0,50'", "'0,50', '0,50'", "12, 12", "1/3, 1/3", "v1.5, v1.5", "'', ''"})
  void what_somebody_may_change_has_the_separator_of_the_reader(String kept, String shown) {
    assertThat(Amounts.written(kept, Locale.FRANCE)).isEqualTo(shown);
    assertThat(Amounts.written(shown, IRELAND)).isEqualTo(kept.replace(',', '.'));
  }

  @Test
  void a_currency_keeps_its_own_decimals() {
    assertThat(plain(Amounts.text(Money.of(1200, "JPY"), IRELAND))).endsWith("1,200");
    assertThat(plain(Amounts.text(Money.of(1234, "KWD"), IRELAND))).endsWith("1.234");
  }

  @Test
  void the_markup_sets_the_currency_apart_and_nothing_else() {
    assertThat(plain(Amounts.markup(Money.of(780, "EUR"), Locale.FRANCE)))
        .isEqualTo("7,80 <span class=\"price-currency\">€</span>");
    assertThat(plain(Amounts.markup(Money.of(780, "EUR"), IRELAND)))
        .isEqualTo("<span class=\"price-currency\">€</span>7.80");
  }

  @ParameterizedTest
  @CsvSource({
    "'12,50', 1250",
    "12.5, 1250",
    "' 1\u202f234,50\u00a0€ ', 123450",
    "€7, 700",
    "'12,', 1200",
    "-3, -300"
  })
  void an_amount_is_read_as_people_type_it(String typed, long minor) {
    assertThat(Amounts.typed(typed, CurrencyCode.of("EUR"))).contains(Money.of(minor, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "€", ".", "twelve", "12.345", "1,234.50", "1e20000000", "9999999999999999"})
  void what_is_no_amount_is_none(String typed) {
    assertThat(Amounts.typed(typed, CurrencyCode.of("EUR"))).isEmpty();
  }

  private static String plain(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }
}
