package org.halles.marketplace.search;

/** The order of the hits. Each is a key of one column, then the id. */
public enum Sort {
  /** The best match first. */
  RELEVANCE("key", true),
  /** Those that came last first. */
  NEWEST("(extract(epoch from l.live_at) * 1000000)::bigint", true),
  /** The cheapest first. */
  PRICE_ASC("l.price_from_minor", false),
  /** The dearest first. */
  PRICE_DESC("l.price_from_minor", true);

  private final String key;
  private final boolean descending;

  Sort(String key, boolean descending) {
    this.key = key;
    this.descending = descending;
  }

  String key() {
    return key;
  }

  boolean descending() {
    return descending;
  }

  /** As it is written in addresses. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
