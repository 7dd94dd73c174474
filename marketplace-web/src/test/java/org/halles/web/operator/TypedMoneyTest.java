package org.halles.web.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Amounts as people copy them from a statement. */
class TypedMoneyTest {

  private static final BigDecimal TWELVE_FIFTY = new BigDecimal("12.50");

  @Test
  void aCurrencyMayBeTypedInSmallLetters() {
    assertThat(TypedMoney.of(TWELVE_FIFTY, " eur ")).isEqualTo(Money.of(1250, "EUR"));
  }

  @Test
  void aCurrencyThatIsNoneIsNamed() {
    assertThat(faultOf("ZZZ")).isEqualTo("currency");
    assertThat(faultOf("")).isEqualTo("currency");
    assertThat(faultOf(null)).isEqualTo("currency");
  }

  @Test
  void decimalsTheCurrencyDoesNotHaveAreAFaultOfTheAmount() {
    assertThat(faultOf("JPY")).isEqualTo("amount");
  }

  private static String faultOf(String currency) {
    StringBuilder field = new StringBuilder();
    assertThatThrownBy(() -> TypedMoney.of(TWELVE_FIFTY, currency))
        .isInstanceOfSatisfying(
            InvalidInput.class, wrong -> field.append(wrong.violations().get(0).field()));
    return field.toString();
  }
}
