package org.halles.marketplace.onboarding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * A version of the operator's terms.
 *
 * @param dueOn from when on vendors that have not accepted it sell nothing
 */
public record TermsView(int version, Texts text, Instant publishedAt, LocalDate dueOn) {

  static TermsView read(Row row) throws SQLException {
    return new TermsView(
        row.integer("version"),
        row.json("text", Texts.class),
        row.instant("published_at"),
        row.day("due_on"));
  }
}
