package org.halles.marketplace.catalog;

import java.util.List;
import java.util.Map;

/**
 * One way to buy a listing, as it was sent.
 *
 * @param sku the vendor's own number, unique among its offers; a {@code PUT} finds offers by it
 * @param options such as {@code size: M}; empty where there is nothing to choose
 * @param price of one unit, tax included
 * @param stock units on hand; null where they are not counted
 * @param condition {@code new} unless said otherwise
 * @param leadTimeDays working days until it leaves; 1 unless said otherwise
 * @param weightGrams 0 unless said otherwise
 * @param gtin EAN, UPC or ISBN-13; null if it has none
 * @param shippingFee what shipping one unit costs, for the mode {@code offer-fee}; or null
 * @param priceBreaks what a unit costs from so many pieces on, the smallest number first; empty
 *     where every unit costs the same, also if null was given
 * @param places of the stock, how much lies where, by the places' codes; those left out hold none.
 *     Null where the vendor has one place, or only the sum is told
 * @param orderQuantity how many are sold at once; null leaves it as it was, any number for a new
 *     one
 */
public record VariantInput(
    String sku,
    Map<String, String> options,
    PriceInput price,
    Integer stock,
    String condition,
    Integer leadTimeDays,
    Integer weightGrams,
    String gtin,
    PriceInput shippingFee,
    List<PriceBreakInput> priceBreaks,
    Map<String, Integer> places,
    OrderQuantityInput orderQuantity) {

  public VariantInput {
    priceBreaks = priceBreaks == null ? List.of() : priceBreaks;
  }

  /** The same, with so many on hand; where places are told, the sum is theirs. */
  VariantInput counted(OnHand.Held held) {
    return new VariantInput(
        sku,
        options,
        price,
        held.places() == null ? held.stock() : null,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        priceBreaks,
        held.places(),
        orderQuantity);
  }

  /** A variant of which only the sum of the stock is told. */
  public VariantInput(
      String sku,
      Map<String, String> options,
      PriceInput price,
      Integer stock,
      String condition,
      Integer leadTimeDays,
      Integer weightGrams,
      String gtin,
      PriceInput shippingFee,
      List<PriceBreakInput> priceBreaks) {
    this(
        sku,
        options,
        price,
        stock,
        condition,
        leadTimeDays,
        weightGrams,
        gtin,
        shippingFee,
        priceBreaks,
        null,
        null);
  }

  /** A variant whose every unit costs the same. */
  public VariantInput(
      String sku,
      Map<String, String> options,
      PriceInput price,
      Integer stock,
      String condition,
      Integer leadTimeDays,
      Integer weightGrams,
      String gtin,
      PriceInput shippingFee) {
    this(sku, options, price, stock, condition, leadTimeDays, weightGrams, gtin, shippingFee, null);
  }
}
