package org.halles.marketplace.catalog;

import java.util.UUID;

/**
 * A place where a vendor's goods lie.
 *
 * @param code what files and programs call it; never changes
 * @param position orders take from the place with the smallest one first
 * @param active false: what lies there is not for sale
 * @param units how many units lie there, of everything together
 */
public record StockPlace(
    UUID id,
    String code,
    String name,
    String line1,
    String line2,
    String postalCode,
    String city,
    String country,
    int position,
    boolean active,
    long units) {}
