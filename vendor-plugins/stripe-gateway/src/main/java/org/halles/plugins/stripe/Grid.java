package org.halles.plugins.stripe;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Between our minor units (ISO 4217) and the numbers Stripe takes, which differ for some
 * currencies: see "Supported currencies" in Stripe's documentation, sections "Zero-decimal
 * currencies", "Three-decimal currencies" and "Special cases".
 */
final class Grid {

  /** Of three decimals the last must be zero. */
  private static final Set<String> TENS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  /** No decimals in ISO 4217, two at Stripe. */
  private static final Set<String> HUNDREDFOLD = Set.of("ISK", "UGX");

  /** Decimals in ISO 4217 that Stripe does not know: our units for one of Stripe's. */
  private static final Map<String, Long> COARSER = Map.of("MGA", 100L);

  private Grid() {}

  /** The smallest amount, in our minor units, of which every payment must be a multiple. */
  static long step(CurrencyCode currency) {
    return TENS.contains(currency.value()) ? 10 : COARSER.getOrDefault(currency.value(), 1L);
  }

  static boolean fits(Money amount) {
    return amount.minor() % step(amount.currency()) == 0;
  }

  /**
   * The number to send.
   *
   * @throws IllegalArgumentException if the amount cannot be expressed
   */
  static long toStripe(Money amount) {
    if (!fits(amount)) {
      throw new IllegalArgumentException(
          amount
              + " cannot be paid through Stripe: it must be a multiple of "
              + step(amount.currency())
              + " minor units");
    }
    String code = amount.currency().value();
    return HUNDREDFOLD.contains(code)
        ? Math.multiplyExact(amount.minor(), 100L)
        : amount.minor() / COARSER.getOrDefault(code, 1L);
  }

  static Money fromStripe(long number, String currency) {
    String code = currency.toUpperCase(Locale.ROOT);
    long minor =
        HUNDREDFOLD.contains(code)
            ? number / 100
            : Math.multiplyExact(number, COARSER.getOrDefault(code, 1L));
    return Money.of(minor, code);
  }

  static String currency(Money amount) {
    return amount.currency().value().toLowerCase(Locale.ROOT);
  }
}
