package org.halles.marketplace.download;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * A file that somebody bought.
 *
 * @param secret opens it: whoever knows it may download
 * @param line of the order
 * @param title of the listing
 * @param mostDownloads how often it may be downloaded, or null for as often as wanted
 * @param used how often it was
 * @param lastAt when it was last downloaded, or null
 * @param expiresAt until when it may be downloaded, or null for ever
 * @param state what can be done with it now
 */
public record DownloadView(
    String secret,
    UUID line,
    Texts title,
    String vendor,
    String name,
    long bytes,
    Integer mostDownloads,
    int used,
    Instant lastAt,
    Instant opensAt,
    Instant expiresAt,
    State state) {

  /** What can be done with a download. */
  public enum State {
    OPEN,
    /** It opens when the withdrawal period is over. */
    NOT_YET,
    USED_UP,
    EXPIRED,
    /** The money went back. */
    REFUNDED
  }

  /** How often it may still be downloaded, or null for as often as wanted. */
  public Integer left() {
    return mostDownloads == null ? null : mostDownloads - used;
  }

  /** True if it can be downloaded now. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** A row of {@link Downloads#SELECT}. */
  static DownloadView read(Row row) throws SQLException {
    return new DownloadView(
        row.text("secret"),
        row.uuid("order_line_id"),
        row.json("title", Texts.class),
        row.text("vendor_name"),
        row.text("name"),
        row.whole("bytes"),
        row.integerOrNull("most_downloads"),
        row.integer("used"),
        row.instant("last_at"),
        row.instant("opens_at"),
        row.instant("expires_at"),
        row.one("state", State.class));
  }
}
