package org.halles.spi;

import java.util.Map;
import java.util.Objects;

/**
 * Something in a row that cannot be taken, or that the vendor should look at, told beside the row's
 * number.
 *
 * @param column where
 * @param value what stands there
 * @param message what is wrong, by language; English at least
 * @param fix what to do about it, by language; English at least
 */
public record CatalogProblem(
    String column, String value, Map<String, String> message, Map<String, String> fix) {

  public CatalogProblem {
    Objects.requireNonNull(column);
    value = value == null ? "" : value;
    message = Map.copyOf(message);
    fix = Map.copyOf(fix);
    if (!message.containsKey("en") || !fix.containsKey("en")) {
      throw new IllegalArgumentException("a problem is told in English at least: " + message);
    }
  }

  /** A problem told in English and French. */
  public static CatalogProblem of(
      String column, String value, String english, String englishFix, String french, String fix) {
    return new CatalogProblem(
        column, value, Map.of("en", english, "fr", french), Map.of("en", englishFix, "fr", fix));
  }
}
