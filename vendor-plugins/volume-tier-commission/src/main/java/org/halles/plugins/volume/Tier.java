package org.halles.plugins.volume;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Setting;

/**
 * A rate that holds from so many sales on, until the next tier begins.
 *
 * @param from the least amount of this tier, included
 * @param rate what a sale pays there
 */
public record Tier(
    @Setting(
            fr = "À partir de",
            en = "From",
            helpFr = "Ventes de la période.",
            helpEn = "Sales of the period.",
            required = true)
        Money from,
    @Setting(
            fr = "Taux",
            en = "Rate",
            helpFr = "De 0 % à 100 %.",
            helpEn = "From 0 % to 100 %.",
            required = true)
        Rate rate) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Tier {
    List<String> faults = new ArrayList<>();
    if (from == null) {
      faults.add("from is missing: give the sales it begins at");
    } else if (from.isNegative()) {
      faults.add("from is " + from + ": it must be zero or more");
    }
    if (rate == null) {
      faults.add("rate is missing: give a percentage");
    } else if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ONE) > 0) {
      faults.add("rate is " + rate + ": it must be between 0 % and 100 %");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }
}
