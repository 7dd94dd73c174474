package org.halles.marketplace.onboarding;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.halles.marketplace.shared.Row;

/**
 * A document a vendor handed in.
 *
 * @param name of the file as it was on the vendor's machine
 * @param expiresOn its last day, or null if it does not run out
 * @param reason why it was refused, or null
 */
public record DocumentView(
    UUID id,
    UUID requirementId,
    String name,
    String contentType,
    long bytes,
    LocalDate expiresOn,
    Status status,
    String reason,
    Instant uploadedAt,
    Instant decidedAt) {

  /** What became of it. */
  public enum Status {
    PENDING,
    ACCEPTED,
    REFUSED,
    /** A newer one took its place. */
    REPLACED
  }

  /** True if a browser may draw it: never what could carry a script. */
  public boolean isPicture() {
    return contentType.startsWith("image/");
  }

  static DocumentView read(Row row) throws SQLException {
    return new DocumentView(
        row.uuid("id"),
        row.uuid("requirement_id"),
        row.text("name"),
        row.text("content_type"),
        row.whole("bytes"),
        row.day("expires_on"),
        row.one("status", Status.class),
        row.text("reason"),
        row.instant("uploaded_at"),
        row.instant("decided_at"));
  }
}
