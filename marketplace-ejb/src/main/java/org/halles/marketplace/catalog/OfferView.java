package org.halles.marketplace.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * A vendor's terms for one variant.
 *
 * @param stock units on hand, or null where they are not counted
 * @param shippingFee what shipping one unit costs where the vendor charges by offer, or null
 * @param version rises with every change of the terms, never with a sale
 * @param priceBreaks what a unit costs from so many pieces on, the smallest number first
 * @param places how much of the stock lies where, by code, for the vendor's own eyes; null where it
 *     has one place only
 * @param orders how many everybody may buy at once
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
    List<PriceBreak> priceBreaks,
    Map<String, Integer> places,
    Packs orders) {

  public OfferView {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    priceBreaks = List.copyOf(priceBreaks);
  }

  /** As buyers see it. */
  public OfferView(
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
      List<PriceBreak> priceBreaks,
      Packs orders) {
    this(
        id,
        sku,
        options,
        price,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        stock,
        version,
        priceBreaks,
        null,
        orders);
  }

  /** The same, with where its units lie. */
  OfferView lying(Map<String, Integer> where) {
    return new OfferView(
        id,
        sku,
        options,
        price,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        stock,
        version,
        priceBreaks,
        where,
        orders);
  }

  /** True if one can be had now. */
  public boolean available() {
    return stock == null || stock > 0;
  }
}
