package org.halles.marketplace.catalog;

/**
 * A place where goods lie, as it was sent.
 *
 * @param line2 may be left out
 * @param country ISO 3166-1 alpha-2
 * @param position which it is among the vendor's, from 1 on; where it is, or the last, if left out
 * @param active as it is if left out; a new one is on
 */
public record StockPlaceInput(
    String name,
    String line1,
    String line2,
    String postalCode,
    String city,
    String country,
    Integer position,
    Boolean active) {}
