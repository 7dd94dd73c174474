package org.halles.plugins.parcels;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Setting;

/**
 * A line of the table.
 *
 * @param upToGrams parcels of at most this weight
 * @param price what such a parcel costs the buyer
 */
public record Step(
    @Setting(
            fr = "Jusqu’à",
            en = "Up to",
            helpFr = "Poids du colis, compris.",
            helpEn = "Weight of the parcel, included.",
            unit = "g",
            required = true,
            least = 1,
            most = 1_000_000)
        int upToGrams,
    @Setting(
            fr = "Prix",
            en = "Price",
            helpFr = "Pour tout le colis.",
            helpEn = "For the whole parcel.",
            required = true)
        Money price) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong
   */
  public Step {
    List<String> faults = new ArrayList<>();
    if (upToGrams < 1) {
      faults.add("upToGrams is " + upToGrams + ": it must be 1 or more");
    }
    if (price == null) {
      faults.add("price is missing: give an amount");
    } else if (price.isNegative()) {
      faults.add("price is " + price + ": it must be zero or more");
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }
}
