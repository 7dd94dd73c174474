package org.halles.marketplace.catalog;

import org.halles.spi.Money;

/**
 * New terms of the offer with this number.
 *
 * @param price or null to keep it
 * @param stock units on hand, or null to keep it
 */
public record SkuTerms(String sku, Money price, Integer stock) {}
