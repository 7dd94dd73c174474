package org.halles.marketplace.books;

/**
 * Something that must always hold, as an equation the database checks over whole sets.
 *
 * @param id {@code I1} to {@code I23}
 * @param title what must hold
 * @param sql one row: {@code examined}, how many rows were looked at, and {@code violations}, the
 *     first offending ones in words; null if nothing of its kind can happen yet
 * @param note why it does not apply yet; empty if it does
 */
record Invariant(String id, String title, String sql, String note) {

  /**
   * @param examined a count
   * @param offending a query of one text column, the offending rows in words
   */
  static Invariant of(String id, String title, String examined, String offending) {
    return new Invariant(
        id,
        title,
        "select (" + examined + ") as examined, array(" + offending + " limit 100) as violations",
        "");
  }

  boolean applies() {
    return sql != null;
  }
}
