package org.halles.marketplace.shared;

import org.halles.spi.Money;

/**
 * From so many pieces on, each of them costs this.
 *
 * @param from at least two
 * @param price of one unit, in the currency of the offer
 */
public record PriceBreak(int from, Money price) {}
