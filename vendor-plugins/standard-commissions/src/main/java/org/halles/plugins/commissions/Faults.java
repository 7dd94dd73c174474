package org.halles.plugins.commissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Everything wrong with a configuration, told at once: field, value, what to do. */
final class Faults {

  private final String kind;
  private final List<String> found = new ArrayList<>();

  Faults(String kind) {
    this.kind = kind;
  }

  /** A share a marketplace may keep: given, and between nothing and the whole. */
  Faults share(String field, Rate rate) {
    if (rate == null) {
      found.add(field + " is missing: give a percentage, such as 12 %");
    } else if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ONE) > 0) {
      found.add(field + " is " + rate + ": it must be between 0 % and 100 %");
    }
    return this;
  }

  /** An amount that may be left out, but not be negative. */
  Faults notNegative(String field, Money amount) {
    if (amount != null && amount.isNegative()) {
      found.add(field + " is " + amount + ": it must be zero or more, or left out");
    }
    return this;
  }

  /** Amounts that are given must share a currency. */
  Faults oneCurrency(Money... amounts) {
    List<CurrencyCode> currencies =
        Stream.of(amounts).filter(Objects::nonNull).map(Money::currency).distinct().toList();
    if (currencies.size() > 1) {
      found.add(
          "the amounts are in " + currencies + ": use one currency, and one rule per currency");
    }
    return this;
  }

  Faults ordered(Money floor, Money cap) {
    if (floor != null
        && cap != null
        && floor.currency().equals(cap.currency())
        && floor.compareTo(cap) > 0) {
      found.add("floor " + floor + " is above cap " + cap + ": lower the floor or raise the cap");
    }
    return this;
  }

  Faults when(boolean wrong, String fault) {
    if (wrong) {
      found.add(fault);
    }
    return this;
  }

  /**
   * @throws IllegalArgumentException if anything was wrong, naming all of it
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(kind + ": " + String.join("; ", found));
    }
  }
}
