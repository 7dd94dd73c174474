package org.halles.marketplace.catalog;

/**
 * How many units of an offer lie at a place.
 *
 * @param sku the offer's number
 * @param place the place's code
 */
public record PlacedUnits(String sku, String place, Integer quantity) {}
