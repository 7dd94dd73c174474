package org.halles.marketplace.catalog;

/**
 * How many of something are sold at once, as it was sent; what is null is not limited.
 *
 * @param least from so many on; a whole number of packs
 * @param packSize whole packs of so many only
 * @param most so many and no more
 */
public record OrderQuantityInput(Integer least, Integer packSize, Integer most) {}
