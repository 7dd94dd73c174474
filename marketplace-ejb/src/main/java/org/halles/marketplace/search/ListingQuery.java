package org.halles.marketplace.search;

/**
 * What somebody looks for, as it was sent; every part may be null.
 *
 * @param words as typed; quotes keep words together, a leading minus leaves one out
 * @param category slug or id; categories below it are included
 * @param vendor slug or id
 * @param minPrice least price in minor units
 * @param maxPrice most price in minor units
 * @param condition such as {@code new}
 * @param kind such as {@code goods}
 * @param sort {@code relevance}, {@code newest}, {@code price-asc} or {@code price-desc}
 */
public record ListingQuery(
    String words,
    String category,
    String vendor,
    Long minPrice,
    Long maxPrice,
    String condition,
    String kind,
    String sort) {

  /** Everything on sale, newest first. */
  public static final ListingQuery ALL =
      new ListingQuery(null, null, null, null, null, null, null, null);
}
