package org.halles.plugins.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

  @ParameterizedTest(name = "{0} {1} is {2} at Stripe")
  @CsvSource({
    "1234, EUR, 1234",
    "1234, JPY, 1234",
    "12340, KWD, 12340",
    "5, ISK, 500",
    "7, UGX, 700",
    "500, MGA, 5"
  })
  void amounts_go_there_and_come_back(long minor, String currency, long atStripe) {
    Money amount = Money.of(minor, currency);

    assertThat(Grid.toStripe(amount)).isEqualTo(atStripe);
    assertThat(Grid.fromStripe(atStripe, currency.toLowerCase(Locale.ROOT))).isEqualTo(amount);
  }

  @Test
  void what_cannot_be_expressed_is_named() {
    assertThatThrownBy(() -> Grid.toStripe(Money.of(12_345, "KWD")))
        .hasMessageContaining("multiple of 10");
  }
}
