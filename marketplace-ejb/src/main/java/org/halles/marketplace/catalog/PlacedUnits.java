package org.halles.marketplace.catalog;

/**
 * How many units of an offer lie at a place.
 *
 * @param sku the offer's number
 * @param place the place's code
 * @param expected how many whoever counted saw there; refused if there are others now. Null:
 *     whatever there is
 */
public record PlacedUnits(String sku, String place, Integer quantity, Integer expected) {

  /** Whatever lies there now. */
  public PlacedUnits(String sku, String place, Integer quantity) {
    this(sku, place, quantity, null);
  }
}
