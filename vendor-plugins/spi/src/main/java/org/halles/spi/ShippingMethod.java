package org.halles.spi;

import java.util.List;

/**
 * A way of shipping as a vendor configured it; what its price means is the mode's business.
 *
 * @param id stable within the vendor
 * @param label what the buyer reads
 * @param mode {@code flat}, {@code per-item}, {@code by-weight} (price per started kilogram) or
 *     {@code offer-fee} (each offer's own fee per unit)
 * @param price minor-unit price of the mode; zero for {@code offer-fee}
 * @param freeFrom goods worth at least this ship free, or null
 * @param minDays least days until delivery
 * @param maxDays most days until delivery
 * @param countries ISO 3166-1 alpha-2 codes it ships to; empty means everywhere
 */
public record ShippingMethod(
    String id,
    String label,
    String mode,
    Money price,
    Money freeFrom,
    int minDays,
    int maxDays,
    List<String> countries) {

  public ShippingMethod {
    countries = List.copyOf(countries);
  }
}
