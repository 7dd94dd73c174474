package org.halles.web.operator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** An amount and its currency as somebody copied them from a statement. */
final class TypedMoney {

  private TypedMoney() {}

  /**
   * The amount.
   *
   * @throws InvalidInput naming the currency that is none, or the decimals it does not have
   */
  static Money of(BigDecimal amount, String currency) {
    CurrencyCode code =
        currency(currency)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        new Violation("currency", "must be a currency such as EUR", currency)));
    try {
      return Money.parse(amount.toPlainString(), code);
    } catch (ArithmeticException notInIt) {
      throw new InvalidInput(
          new Violation(
              "amount",
              "is too large or has more decimals than its currency",
              amount + " " + code));
    }
  }

  /** The currency, in whatever case it was typed. */
  static Optional<CurrencyCode> currency(String typed) {
    try {
      return typed == null
          ? Optional.empty()
          : Optional.of(CurrencyCode.of(typed.strip().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
