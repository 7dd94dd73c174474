package org.halles.marketplace.catalog;

import java.util.List;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * New terms of the offer with this number.
 *
 * @param price or null to keep it
 * @param stock units on hand, or null to keep it
 * @param breaks the steps of the price, empty for none, or null to keep them
 */
public record SkuTerms(String sku, Money price, Integer stock, List<PriceBreak> breaks) {}
