package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @ParameterizedTest
  @CsvSource({
    "EUR, 12.34, 1234",
    "EUR, 12, 1200",
    "EUR, -0.01, -1",
    "EUR, 1.500, 150",
    "EUR, 1e2, 10000",
    "JPY, 1234, 1234",
    "KWD, 1.234, 1234",
    "EUR, 92233720368547758.07, 9223372036854775807"
  })
  void an_amount_is_read_as_people_write_it(String currency, String text, long minor) {
    assertThat(Money.parse(text, CurrencyCode.of(currency))).isEqualTo(Money.of(minor, currency));
  }

  /** A few signs stand for a number of a billion digits: nobody may write them out. */
  @Test
  @Timeout(5)
  void a_huge_exponent_is_refused_without_being_written_out() {
    assertThatThrownBy(() -> Money.parse("1e2000000000", EUR))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.parse("1e-2000000000", EUR))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 0.001",
    "JPY, 0.5",
    "KWD, 0.0001",
    "EUR, 92233720368547758.08",
    "EUR, 1e999999999"
  })
  void an_amount_that_does_not_fit_its_currency_is_refused(String currency, String text) {
    assertThatThrownBy(() -> Money.parse(text, CurrencyCode.of(currency)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12,34", "12.34 EUR", "NaN", "0x10", "١٢٫٣٤"})
  void what_is_no_number_is_refused(String text) {
    assertThatThrownBy(() -> Money.parse(text, EUR)).isInstanceOf(NumberFormatException.class);
  }

  @ParameterizedTest
  @CsvSource({"EUR, 1234, 12.34 EUR", "JPY, 1234, 1234 JPY", "KWD, -5, -0.005 KWD"})
  void an_amount_is_shown_with_the_digits_of_its_currency(String code, long minor, String shown) {
    assertThat(Money.of(minor, code)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eur", "EURO", "", "XXX", "ZZZ", "E R"})
  void what_is_no_currency_is_refused_by_name(String code) {
    assertThatThrownBy(() -> CurrencyCode.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + code + "'");
  }

  @Test
  void two_currencies_never_meet_and_the_error_names_both_amounts() {
    Money euros = Money.of(100, "EUR");
    Money yen = Money.of(100, "JPY");

    for (Runnable meeting :
        List.<Runnable>of(
            () -> euros.plus(yen),
            () -> euros.minus(yen),
            () -> euros.min(yen),
            () -> euros.max(yen),
            () -> euros.compareTo(yen),
            () -> Money.sum(EUR, List.of(euros, yen)))) {
      assertThatThrownBy(meeting::run)
          .isInstanceOf(CurrencyMismatch.class)
          .hasMessageContaining("1.00 EUR")
          .hasMessageContaining("100 JPY");
    }
  }

  @Test
  void an_overflow_is_refused_and_never_wraps() {
    Money most = new Money(Long.MAX_VALUE, EUR);
    Money least = new Money(Long.MIN_VALUE, EUR);

    for (Runnable overflow :
        List.<Runnable>of(
            () -> most.plus(new Money(1, EUR)),
            () -> least.minus(new Money(1, EUR)),
            () -> most.times(2),
            () -> most.times(Rate.of(2, 1)),
            least::negate)) {
      assertThatThrownBy(overflow::run).isInstanceOf(ArithmeticException.class);
    }
    assertThat(most.times(Rate.ONE)).isEqualTo(most);
    assertThat(least.times(Rate.ONE)).isEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 50, 3",
    "-5, 50, -3",
    "15, 10, 2",
    "-15, 10, -2",
    "14, 10, 1",
    "-14, 10, -1",
    "1, 49.9999, 0",
    "1, 50, 1",
    "333, 33.3333, 111",
    "0, 99, 0",
    "100, 0, 0"
  })
  void a_percentage_is_rounded_once_half_away_from_zero(long minor, String percent, long expected) {
    assertThat(new Money(minor, EUR).times(Rate.percent(percent)))
        .isEqualTo(new Money(expected, EUR));
  }

  @Test
  void allocation_needs_weights_and_none_below_zero() {
    Money ten = new Money(1_000, EUR);

    assertThatThrownBy(() -> ten.allocate(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.00 EUR");
    assertThatThrownBy(() -> ten.allocate(List.of(1L, -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[1, -1]");
  }
}
