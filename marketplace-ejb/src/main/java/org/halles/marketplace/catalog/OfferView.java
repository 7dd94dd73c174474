package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * A vendor's terms for one variant.
 *
 * @param stock units on hand, or null where they are not counted
 * @param shippingFee what shipping one unit costs where the vendor charges by offer, or null
 * @param version rises with every change of the terms, never with a sale
 * @param priceBreaks what a unit costs from so many pieces on, the smallest number first
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
    int version,
    List<PriceBreak> priceBreaks) {

  public OfferView {
    options = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(options));
    priceBreaks = List.copyOf(priceBreaks);
  }

  /** True if one can be had now. */
  public boolean available() {
    return stock == null || stock > 0;
  }
}
