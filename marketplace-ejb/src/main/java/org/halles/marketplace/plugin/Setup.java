package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One version of what holds for a plugin in one scope.
 *
 * @param id higher for what was said later
 * @param value which country, category or vendor; empty for everybody
 * @param configuration with secrets sealed, or null if this scope has none of its own
 */
record Setup(
    long id,
    String pluginId,
    PluginScope scope,
    String value,
    State state,
    Instant from,
    Instant to,
    JsonNode configuration) {

  /** What is said. */
  enum State {
    ON,
    OFF,
    /** Nothing any more: the wider scope decides again. */
    ENDED
  }

  private static final int NARROWEST = 1_000;
  private static final int CATEGORIES = 100;
  private static final int COUNTRY = 10;

  boolean isFor(Where where) {
    return switch (scope) {
      case PLATFORM -> true;
      case COUNTRY -> value.equals(where.country());
      case CATEGORY -> where.categories().contains(value);
      case VENDOR -> value.equals(where.vendorId());
    };
  }

  boolean holdsAt(Instant at) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }

  /** Higher for what is narrower; of categories the deepest. */
  int narrowness(Where where) {
    return switch (scope) {
      case PLATFORM -> 0;
      case COUNTRY -> COUNTRY;
      case CATEGORY -> CATEGORIES + where.categories().indexOf(value);
      case VENDOR -> NARROWEST;
    };
  }
}
