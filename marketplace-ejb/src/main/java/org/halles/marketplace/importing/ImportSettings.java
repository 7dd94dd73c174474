package org.halles.marketplace.importing;

import java.util.Map;

/**
 * How a vendor's files are to be understood; remembered for its next file in the same layout.
 *
 * @param language of texts that do not say theirs
 * @param currency of prices that do not say theirs
 * @param columns columns of the file by what the layout calls them; only those that differ
 * @param categories the marketplace's slugs by what the file calls a category; under {@code *}
 *     where everything else goes
 */
public record ImportSettings(
    String language, String currency, Map<String, String> columns, Map<String, String> categories) {

  /** Under this name stands where goods of unknown categories go. */
  public static final String EVERYTHING_ELSE = "*";

  public ImportSettings {
    language = language == null ? "fr" : language;
    currency = currency == null ? "EUR" : currency;
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    categories = categories == null ? Map.of() : Map.copyOf(categories);
  }
}
