package org.halles.marketplace.search;

import java.util.List;

/**
 * How the hits divide. Counted over at most {@link #MOST} hits; above that {@link #exact} is false
 * and the counts are of that many.
 *
 * @param currencies the goods are sold in, the most frequent first
 * @param prices bands of prices in the first of these currencies
 */
public record Facets(
    long hits,
    boolean exact,
    List<Facet> categories,
    List<Facet> vendors,
    List<Facet> currencies,
    List<Facet> prices,
    List<Facet> conditions,
    List<Facet> kinds,
    List<Said> said) {

  /**
   * How the hits divide by what is said about them.
   *
   * @param attribute its code
   * @param values codes of values, the most frequent first
   */
  public record Said(String attribute, List<Facet> values) {}

  /** As many hits as are counted. */
  public static final int MOST = 5_000;

  /**
   * One way to narrow the hits.
   *
   * @param value what goes into the query: a slug, a name, or {@code min-max} for a price band
   * @param label the vendor's name; null where the page translates the value
   * @param count of the hits that remain
   */
  public record Facet(String value, String label, long count) {}
}
