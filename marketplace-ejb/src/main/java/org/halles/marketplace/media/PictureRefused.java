package org.halles.marketplace.media;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A file cannot be shown as a picture; says why and what to send instead. */
public final class PictureRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private PictureRefused(String code, String message, Map<String, Object> facts) {
    this(Kind.UNPROCESSABLE, code, message, facts);
  }

  private PictureRefused(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static PictureRefused empty() {
    return new PictureRefused("picture-empty", "the file is empty: choose another", Map.of());
  }

  static PictureRefused tooLarge() {
    int megabytes = Pictures.LARGEST_FILE >> 20;
    return new PictureRefused(
        "picture-too-large",
        "the file has more than " + megabytes + " MB: save it smaller and send it again",
        Map.of("largestBytes", Pictures.LARGEST_FILE));
  }

  static PictureRefused noPicture() {
    return new PictureRefused(
        "picture-unknown-format",
        "the file is no JPEG, PNG, WebP or GIF picture, whatever its name says: save it as one of"
            + " these",
        Map.of("formats", "JPEG, PNG, WebP, GIF"));
  }

  static PictureRefused tooManyPixels(long width, long height, int most) {
    return new PictureRefused(
        "picture-too-many-pixels",
        "the picture has "
            + width
            + " x "
            + height
            + " pixels: make it smaller, at most "
            + most / 1_000_000
            + " million in all",
        Map.of("width", width, "height", height, "mostPixels", most));
  }

  static PictureRefused unreadable() {
    return new PictureRefused(
        "picture-unreadable",
        "the picture cannot be read: it is damaged, or of a rare kind. Open it, save it as JPEG or"
            + " PNG in RGB colours, and send that",
        Map.of());
  }

  static PictureRefused wrongAddress() {
    return new PictureRefused(
        "picture-address-wrong",
        "this is no address of a picture: give one that begins with https://",
        Map.of());
  }

  static PictureRefused privateAddress(String host) {
    return new PictureRefused(
        "picture-address-private",
        "pictures are fetched from public addresses only: put it where everybody can see it",
        Map.of("host", host));
  }

  static PictureRefused unreachable(String why) {
    return new PictureRefused(
        "picture-unreachable",
        "the picture cannot be fetched, " + why + ": check the address",
        Map.of("why", why));
  }

  static PictureRefused busy() {
    return new PictureRefused(
        Kind.TOO_MANY,
        "pictures-busy",
        "many pictures are coming in at this moment: send yours again in a minute",
        Map.of("retryAfterSeconds", 60));
  }
}
