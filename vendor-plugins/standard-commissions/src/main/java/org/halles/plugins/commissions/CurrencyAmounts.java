package org.halles.plugins.commissions;

import java.math.BigDecimal;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Setting;

/**
 * What goes with a share in one currency; amounts are typed as decimals, such as {@code 0.35}.
 *
 * @param currency ISO 4217
 * @param perLine added for the line, or null
 * @param floor the least a line pays, or null
 * @param cap the most a line pays, or null
 */
public record CurrencyAmounts(
    @Setting(
            fr = "Devise",
            en = "Currency",
            helpFr = "Son code en trois lettres, par exemple EUR.",
            helpEn = "Its code in three letters, such as EUR.",
            required = true,
            longest = 3)
        String currency,
    @Setting(
            fr = "Par ligne",
            en = "Per line",
            helpFr = "Dans cette devise, par exemple 0,50.",
            helpEn = "In that currency, such as 0.50.",
            longest = 20,
            decimal = true)
        String perLine,
    @Setting(
            fr = "Minimum",
            en = "Minimum",
            helpFr = "Par ligne, dans cette devise.",
            helpEn = "A line, in that currency.",
            longest = 20,
            decimal = true)
        String floor,
    @Setting(
            fr = "Maximum",
            en = "Maximum",
            helpFr = "Par ligne, dans cette devise.",
            helpEn = "A line, in that currency.",
            longest = 20,
            decimal = true)
        String cap) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public CurrencyAmounts {
    Faults faults = new Faults(CurrencyCommission.KIND);
    boolean known = known(currency);
    faults.when(!known, "currency is " + currency + ": give one of ISO 4217, such as EUR");
    if (known) {
      CurrencyCode code = CurrencyCode.of(currency.strip());
      check(faults, "perLine", perLine, code);
      check(faults, "floor", floor, code);
      check(faults, "cap", cap, code);
      faults.refuse();
      faults.ordered(amount(floor, code), amount(cap, code));
    }
    faults.refuse();
  }

  private static boolean known(String currency) {
    try {
      return currency != null && CurrencyCode.of(currency.strip()) != null;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static void check(Faults faults, String field, String typed, CurrencyCode code) {
    try {
      Money amount = amount(typed, code);
      faults.when(
          amount != null && amount.isNegative(),
          field + " is " + typed + ": it must be zero or more, or left out");
    } catch (IllegalArgumentException | ArithmeticException malformed) {
      faults.when(
          true,
          field
              + " is "
              + typed
              + ": type it as a decimal with at most "
              + code.fractionDigits()
              + " digits after the point and nothing between thousands, such as 35");
    }
  }

  private static Money amount(String typed, CurrencyCode code) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    BigDecimal decimal = new BigDecimal(typed.strip().replace(',', '.'));
    if (decimal.scale() > code.fractionDigits()) { // 1,000 may be meant as a thousand
      throw new ArithmeticException("more digits than " + code + " has");
    }
    return Money.parse(decimal.toPlainString(), code);
  }

  CurrencyCode code() {
    return CurrencyCode.of(currency.strip());
  }

  Money perLineAmount() {
    return amount(perLine, code());
  }

  Money floorAmount() {
    return amount(floor, code());
  }

  Money capAmount() {
    return amount(cap, code());
  }
}
