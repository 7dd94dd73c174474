package org.halles.web.ui;

import java.math.BigDecimal;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Amounts of money as the people of a locale write them. */
public final class Amounts {

  /** Around and within an amount that somebody typed. */
  private static final Pattern DRESSING = Pattern.compile("[\\s\\u00a0\\u202f€]");

  /** No exponents: a few typed signs would be a number of a billion digits. */
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{0,15}([.]\\d{0,9})?");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");

  private Amounts() {}

  /**
   * An amount as people type it: {@code 12,50} and {@code 1 234.50 €} in every language. Empty if
   * it is none, or finer than the currency.
   */
  public static Optional<Money> typed(String typed, CurrencyCode currency) {
    String plain = DRESSING.matcher(typed).replaceAll("").replace(',', '.');
    if (!PLAIN.matcher(plain).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Money.parse(plain, currency));
    } catch (IllegalArgumentException | ArithmeticException noAmount) {
      return Optional.empty();
    }
  }

  /** A number as it stands in a field that somebody may change: {@code 12,50} in French. */
  public static String plain(BigDecimal number, Locale locale) {
    char separator = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    return number.toPlainString().replace('.', separator);
  }

  /** A plain number as the reader writes it; what is none, such as {@code 1/3}, as it is. */
  public static String written(String number, Locale locale) {
    return DECIMAL.matcher(number).matches()
        ? plain(new BigDecimal(number.replace(',', '.')), locale)
        : number;
  }

  /** Such as {@code 1 234,50 €} in French and {@code €1,234.50} in English. */
  public static String text(Money money, Locale locale) {
    return format(money, locale).format(money.toDecimal());
  }

  /** The same without decimals where there is nothing behind the point: {@code 10 €}. */
  public static String rounded(Money money, Locale locale) {
    NumberFormat format = format(money, locale);
    BigDecimal amount = money.toDecimal();
    if (amount.stripTrailingZeros().scale() <= 0) {
      format.setMinimumFractionDigits(0);
    }
    return format.format(amount);
  }

  /**
   * The same as HTML in which the currency can be set small. Holds nothing but digits, separators
   * and a currency sign of the Java platform, so it needs no escaping.
   */
  public static String markup(Money money, Locale locale) {
    StringBuilder html = new StringBuilder();
    boolean inCurrency = false;
    AttributedCharacterIterator signs =
        format(money, locale).formatToCharacterIterator(money.toDecimal());
    for (char sign = signs.first(); sign != CharacterIterator.DONE; sign = signs.next()) {
      boolean currency = signs.getAttribute(NumberFormat.Field.CURRENCY) != null;
      if (currency != inCurrency) {
        html.append(currency ? "<span class=\"price-currency\">" : "</span>");
        inCurrency = currency;
      }
      html.append(sign);
    }
    return inCurrency ? html.append("</span>").toString() : html.toString();
  }

  private static NumberFormat format(Money money, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    int digits = money.currency().fractionDigits();
    format.setCurrency(Currency.getInstance(money.currency().value()));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    if (format instanceof DecimalFormat decimal) {
      decimal.setNegativePrefix(decimal.getNegativePrefix().replace('-', '\u2212'));
    }
    return format;
  }
}
