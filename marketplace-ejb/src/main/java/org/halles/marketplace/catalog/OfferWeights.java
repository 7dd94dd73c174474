package org.halles.marketplace.catalog;

/**
 * How much each thing counts when the offers of one product are placed, 0 to 100 each. What a
 * vendor pays the market is none of them.
 *
 * @param price with the cheapest way to ship
 * @param delivery days until it arrives, those before it leaves included
 * @param stock units on hand
 * @param rating what buyers gave the vendor
 */
public record OfferWeights(int price, int delivery, int stock, int rating) {

  /** True if nothing but the price counts. */
  public boolean priceOnly() {
    return delivery == 0 && stock == 0 && rating == 0;
  }
}
