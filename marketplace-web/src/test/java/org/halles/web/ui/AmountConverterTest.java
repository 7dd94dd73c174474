package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.faces.convert.ConverterException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountConverterTest {

  private final AmountConverter converter = new AmountConverter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12,50 | 12.50", "12.50 | 12.50", "1 234,5 | 1234.5", "7 | 7"})
  void comma_and_point_are_the_same(String typed, BigDecimal amount) {
    assertThat(converter.getAsObject(null, null, typed)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234,56", "12€", "-3", "1e9", "12,", "NaN", "9999999999999", "1,234"})
  void what_could_be_misread_is_refused(String typed) {
    assertThatThrownBy(() -> converter.getAsObject(null, null, typed))
        .isInstanceOf(ConverterException.class);
  }

  @Test
  void an_empty_field_is_no_amount() {
    assertThat(converter.getAsObject(null, null, "  ")).isNull();
  }
}
