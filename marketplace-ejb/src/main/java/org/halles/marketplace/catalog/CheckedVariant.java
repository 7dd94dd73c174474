package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * A variant whose every field may be stored.
 *
 * @param orders how many are sold at once; null leaves it as it was
 */
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
    List<PriceBreak> priceBreaks,
    Map<String, Integer> places,
    Packs orders) {

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
        priceBreaks,
        places,
        orders);
  }

  /** The same, lying there. */
  CheckedVariant lying(Integer sum, Map<String, Integer> where) {
    return new CheckedVariant(
        sku,
        options,
        price,
        sum,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        priceBreaks,
        where,
        orders);
  }
}
