package org.halles.marketplace.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * The steps in which gateways take amounts, where they are coarser than the currency's own minor
 * unit: what is no multiple of it cannot be paid, nor given back.
 */
public final class GatewayGrid {

  /** By currency, in minor units; any other currency goes in steps of one. */
  public static final Map<String, Long> STEPS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of("BHD", 10L, "JOD", 10L, "KWD", 10L, "OMR", 10L, "TND", 10L, "MGA", 100L)));

  private GatewayGrid() {}

  /** The smallest amount of a currency, in minor units. */
  public static long step(CurrencyCode currency) {
    return STEPS.getOrDefault(currency.value(), 1L);
  }

  /**
   * What credit pays of a total so that gateways can take the rest: all of it, or less by as little
   * as makes the rest a multiple of their step.
   */
  public static Money leavingPayable(Money total, Money credit) {
    Money rest = total.minus(credit);
    long step = step(total.currency());
    long missing = Math.floorMod(-rest.minor(), step);
    return rest.isZero() || missing == 0
        ? credit
        : credit.minus(new Money(Math.min(missing, credit.minor()), total.currency()));
  }

  /** True if gateways can take it. */
  public static boolean fits(Money amount) {
    return amount.minor() % step(amount.currency()) == 0;
  }

  /** True if gateways can take each of them by itself, and so any of them together. */
  public static boolean allFit(Collection<Money> amounts) {
    return amounts.stream().allMatch(GatewayGrid::fits);
  }

  /** Rejects an amount that cannot be paid, naming the step. */
  public static void check(String field, Money amount, Checklist checklist) {
    if (!fits(amount)) {
      checklist.reject(
          field,
          "must be a multiple of "
              + step(amount.currency())
              + ": gateways take no less of "
              + amount.currency(),
          amount.minor());
    }
  }
}
