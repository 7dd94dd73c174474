package org.halles.marketplace.catalog;

import java.util.Map;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A vendor's terms for one variant.
 *
 * @param stock units on hand, or null where they are not counted
 * @param shippingFee what shipping one unit costs where the vendor charges by offer, or null
 * @param version rises with every change of the terms, never with a sale
 */
public record OfferView(
    UUID id,
    String sku,
    Map<String, String> options,
    Money price,
    Condition condition,
    int leadTimeDays,
    int weightGrams,
    String gtin,
    Money shippingFee,
    Integer stock,
    int version) {

  public OfferView {
    options = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(options));
  }

  /** True if one can be had now. */
  public boolean available() {
    return stock == null || stock > 0;
  }
}
