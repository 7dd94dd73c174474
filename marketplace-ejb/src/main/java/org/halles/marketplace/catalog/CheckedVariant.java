package org.halles.marketplace.catalog;

import java.util.Map;
import org.halles.spi.Money;

/** A variant whose every field may be stored. */
record CheckedVariant(
    String sku,
    Map<String, String> options,
    Money price,
    Integer stock,
    Condition condition,
    int leadTimeDays,
    int weightGrams,
    Gtin gtin,
    Money shippingFee) {

  CheckedVariant with(Map<String, String> cleaned) {
    return new CheckedVariant(
        sku, cleaned, price, stock, condition, leadTimeDays, weightGrams, gtin, shippingFee);
  }
}
