package org.halles.marketplace.catalog;

/**
 * One field of a listing that would differ.
 *
 * @param field such as {@code title.fr} or {@code price}
 * @param sku of which variant; null for the listing itself
 * @param before as people read it; null if it is new
 * @param after as people read it; null if it goes
 */
public record FieldChange(String field, String sku, String before, String after) {}
