package org.halles.marketplace.catalog;

/**
 * From so many pieces on, each of them costs this; as it was sent.
 *
 * @param from at least two
 * @param price in the currency of the variant's price
 */
public record PriceBreakInput(Integer from, PriceInput price) {}
