package org.halles.marketplace.shipping;

import java.util.List;
import org.halles.spi.Money;

/**
 * How a vendor wants to ship from now on; replaces all its methods.
 *
 * @param methods in the order buyers see them where prices are equal
 */
public record ShippingInput(List<Method> methods) {

  /**
   * One way to ship.
   *
   * @param label what buyers read
   * @param mode {@code flat}, {@code per-item}, {@code by-weight} or {@code offer-fee}
   * @param price what the mode multiplies; of {@code offer-fee} only its currency counts
   * @param freeFrom goods worth at least this ship free, or null
   * @param minDays least days until delivery
   * @param maxDays most days until delivery
   * @param countries ISO 3166-1 alpha-2 codes; everywhere if missing or empty
   */
  public record Method(
      String label,
      String mode,
      Money price,
      Money freeFrom,
      Integer minDays,
      Integer maxDays,
      List<String> countries) {}
}
