package org.halles.marketplace.download;

import java.sql.SQLException;
import java.time.Instant;
import org.halles.marketplace.shared.Row;

/**
 * The file that buyers of a digital offer get.
 *
 * @param mostDownloads how often each buyer may download it, or null for as often as wanted
 * @param days for how many days after it opened, or null for ever
 */
public record SoldFile(
    String sku,
    String name,
    String contentType,
    long bytes,
    Integer mostDownloads,
    Integer days,
    Instant uploadedAt) {

  static SoldFile read(Row row) throws SQLException {
    return new SoldFile(
        row.text("sku"),
        row.text("name"),
        row.text("content_type"),
        row.whole("bytes"),
        row.integerOrNull("most_downloads"),
        row.integerOrNull("days"),
        row.instant("uploaded_at"));
  }
}
