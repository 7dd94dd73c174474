package org.halles.marketplace.notice;

import java.sql.SQLException;
import java.time.Instant;
import org.halles.marketplace.shared.Row;

/**
 * What somebody said against a decision, and what became of it, as it is told to whoever complained
 * (Regulation (EU) 2022/2065, Art. 20).
 *
 * @param text why the decision was said to be wrong
 * @param status {@code OPEN}, {@code UPHELD} or {@code REVERSED}
 * @param dueAt until when another person means to decide
 * @param answer why the decision stands or not; null while the complaint is open
 * @param decidedAt when it was decided again; null while the complaint is open
 */
public record OwnComplaint(
    String text,
    String status,
    Instant createdAt,
    Instant dueAt,
    String answer,
    Instant decidedAt) {

  /**
   * The columns that {@link #read} asks for, of the complaint called {@code c}; all may be null.
   */
  static final String COLUMNS =
      """
      c.text as own_text, c.status as own_status, c.created_at as own_created_at,
      c.due_at as own_due_at, c.answer as own_answer, c.decided_at as own_decided_at
      """;

  /** Null where nobody complained. */
  static OwnComplaint read(Row row) throws SQLException {
    return row.text("own_status") == null
        ? null
        : new OwnComplaint(
            row.text("own_text"),
            row.text("own_status"),
            row.instant("own_created_at"),
            row.instant("own_due_at"),
            row.text("own_answer"),
            row.instant("own_decided_at"));
  }
}
