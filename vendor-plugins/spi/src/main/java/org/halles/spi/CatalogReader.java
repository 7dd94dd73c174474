package org.halles.spi;

import java.util.Optional;

/** Reads the rows of one file, in their order, on one thread. */
public interface CatalogReader {

  /**
   * True if rows cannot be understood without those after them: then all rows are shown to {@link
   * #look} first. Costs a second pass over the file.
   */
  default boolean looksAhead() {
    return false;
  }

  /** Remembers of a row what others will need; keep it small, a file may have 100,000 rows. */
  default void look(CatalogRow row) {
    // most layouts say all of a row in the row
  }

  /** What the row says, or empty if it says nothing about a listing. */
  Optional<CatalogEntry> read(CatalogRow row);
}
