package org.halles.marketplace.search;

import java.util.Map;

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
 * @param attributes codes of attributes or options with the codes of their values
 * @param currency only what is sold in this ISO 4217 currency; the prices above are in it
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
    Map<String, String> attributes,
    String currency,
    String sort) {

  public ListingQuery {
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** One for every currency. */
  public ListingQuery(
      String words,
      String category,
      String vendor,
      Long minPrice,
      Long maxPrice,
      String condition,
      String kind,
      Map<String, String> attributes,
      String sort) {
    this(words, category, vendor, minPrice, maxPrice, condition, kind, attributes, null, sort);
  }

  /** One without attributes. */
  public ListingQuery(
      String words,
      String category,
      String vendor,
      Long minPrice,
      Long maxPrice,
      String condition,
      String kind,
      String sort) {
    this(words, category, vendor, minPrice, maxPrice, condition, kind, Map.of(), sort);
  }

  /** Everything on sale, newest first. */
  public static final ListingQuery ALL =
      new ListingQuery(null, null, null, null, null, null, null, null);
}
