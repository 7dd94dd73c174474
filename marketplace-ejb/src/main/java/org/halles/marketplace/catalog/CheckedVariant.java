package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.PriceBreak;
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
    Money shippingFee,
    List<PriceBreak> priceBreaks) {

  CheckedVariant with(Map<String, String> cleaned) {
    return new CheckedVariant(
        sku,
        cleaned,
        price,
        stock,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        priceBreaks);
  }
}
