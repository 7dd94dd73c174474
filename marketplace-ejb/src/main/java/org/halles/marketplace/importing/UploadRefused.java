package org.halles.marketplace.importing;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A file that cannot be a catalogue; it was not kept and changed nothing. */
public final class UploadRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private UploadRefused(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static UploadRefused empty() {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "import-empty",
        "the file holds no row: send a table with a header and at least one row",
        Map.of());
  }

  static UploadRefused tooLarge(long most) {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "import-too-large",
        "the file is larger than " + (most >> 20) + " MB: split it into several",
        Map.of("most", most));
  }

  static UploadRefused notText(String what) {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "import-not-text",
        "the file is " + what + ", not a table: export it as CSV and send that",
        Map.of("found", what));
  }

  static UploadRefused encoding(long offset) {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "import-encoding",
        "the file is neither UTF-8 nor UTF-16 nor Windows-1252; the first byte that fits none of"
            + " them is number "
            + offset
            + ": save it as CSV UTF-8",
        Map.of("byte", offset));
  }

  static UploadRefused unreadable(String why) {
    return new UploadRefused(
        Kind.UNPROCESSABLE, "import-unreadable", "the header cannot be read: " + why, Map.of());
  }

  static UploadRefused unknownLayout(String header, String known) {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "import-unknown-layout",
        "the columns fit no known layout ("
            + known
            + "): name the layout, or rename the columns after one of them. Found: "
            + header,
        Map.of("header", header, "layouts", known));
  }

  static UploadRefused keyReused() {
    return new UploadRefused(
        Kind.UNPROCESSABLE,
        "idempotency-key-reused",
        "this Idempotency-Key was used for another file: take a new one",
        Map.of());
  }
}
