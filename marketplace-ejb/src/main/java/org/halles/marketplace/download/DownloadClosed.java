package org.halles.marketplace.download;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A download that cannot be had now; says why. */
public final class DownloadClosed extends Refusal {

  private static final long serialVersionUID = 1L;

  private DownloadClosed(String code, String message) {
    super(Kind.UNPROCESSABLE, code, message, Map.of());
  }

  static DownloadClosed because(DownloadView download) {
    return switch (download.state()) {
      case REFUNDED ->
          new DownloadClosed("download-refunded", "the money went back, and the file with it");
      case NOT_YET ->
          new DownloadClosed(
              "download-not-yet",
              "the file opens on " + download.opensAt() + ", when the right of withdrawal ends");
      case EXPIRED ->
          new DownloadClosed(
              "download-expired", "the file could be downloaded until " + download.expiresAt());
      case USED_UP, OPEN ->
          new DownloadClosed(
              "download-used-up",
              "the file was downloaded " + download.used() + " times, as often as agreed");
    };
  }
}
