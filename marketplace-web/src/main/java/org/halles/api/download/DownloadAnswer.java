package org.halles.api.download;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.download.DownloadView;
import org.halles.marketplace.shared.Texts;

/**
 * A file that was bought.
 *
 * @param href {@code POST} to it to get the file; null for anybody but the buyer
 * @param left how often it may still be downloaded, or null for as often as wanted
 * @param opensAt from when on; later than the payment where the buyer keeps the right of withdrawal
 * @param state OPEN, NOT_YET, USED_UP, EXPIRED or REFUNDED
 */
public record DownloadAnswer(
    String href,
    UUID line,
    Texts title,
    String vendor,
    String name,
    long bytes,
    Integer mostDownloads,
    int used,
    Integer left,
    Instant lastAt,
    Instant opensAt,
    Instant expiresAt,
    DownloadView.State state) {

  static DownloadAnswer of(DownloadView download) {
    return new DownloadAnswer(
        download.secret() == null ? null : "/api/v1/downloads/" + download.secret(),
        download.line(),
        download.title(),
        download.vendor(),
        download.name(),
        download.bytes(),
        download.mostDownloads(),
        download.used(),
        download.left(),
        download.lastAt(),
        download.opensAt(),
        download.expiresAt(),
        download.state());
  }
}
