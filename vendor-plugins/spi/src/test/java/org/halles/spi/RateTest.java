package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "12.5, 1, 8, 12.5 %",
    "100, 1, 1, 100 %",
    "1e2, 1, 1, 100 %",
    "0, 0, 1, 0 %",
    "0.000001, 1, 100000000, 0.000001 %",
    "-5, -1, 20, -5 %",
    "33.30, 333, 1000, 33.3 %"
  })
  void a_percentage_is_read_exactly_and_shown_as_it_was_written(
      String percent, long numerator, long denominator, String shown) {
    Rate rate = Rate.percent(percent);

    assertThat(rate).isEqualTo(Rate.of(numerator, denominator)).hasToString(shown);
  }

  @Test
  void equal_ratios_are_equal() {
    assertThat(Rate.of(2, 6)).isEqualTo(Rate.of(1, 3)).hasSameHashCodeAs(Rate.of(1, 3));
    assertThat(Rate.basisPoints(1_250)).isEqualTo(Rate.percent("12.5"));
    assertThat(Rate.of(0, 7)).isEqualTo(Rate.ZERO);
    assertThat(Rate.of(7, 7)).isEqualTo(Rate.ONE);
    assertThat(Rate.of(Long.MIN_VALUE, 2).numerator()).isEqualTo(Long.MIN_VALUE / 2);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1"})
  void a_ratio_over_nothing_is_refused(long denominator) {
    assertThatThrownBy(() -> Rate.of(1, denominator))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + denominator);
  }

  @Test
  void what_is_no_percentage_is_refused() {
    assertThatThrownBy(() -> Rate.percent("12,5")).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> Rate.percent("0.0000000000000000000001"))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Rate.percent("1e999999999")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  @Timeout(5)
  void a_tiny_percentage_is_refused_before_it_fills_the_memory() {
    for (String tiny : List.of("1e-17", "1e-20000000", "1e-999999999")) {
      assertThatThrownBy(() -> Rate.percent(tiny)).isInstanceOf(ArithmeticException.class);
    }
    assertThat(Rate.percent("1e-16")).isEqualTo(Rate.of(1, 1_000_000_000_000_000_000L));
  }
}
