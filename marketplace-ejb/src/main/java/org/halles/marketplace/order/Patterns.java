package org.halles.marketplace.order;

/** What people type into a search box, as a pattern for {@code ilike}. */
final class Patterns {

  private Patterns() {}

  /** Matches anything that contains the text; its own wildcards mean themselves. */
  static String containing(String text) {
    String literal = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal + "%";
  }
}
