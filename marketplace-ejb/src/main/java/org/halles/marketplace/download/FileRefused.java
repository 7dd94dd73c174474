package org.halles.marketplace.download;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A file that cannot be sold here. */
public final class FileRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private FileRefused(String code, String message) {
    this(Kind.INVALID, code, message);
  }

  private FileRefused(Kind kind, String code, String message) {
    super(kind, code, message, Map.of("field", "file"));
  }

  static FileRefused unknown() {
    return new FileRefused(
        "file-unknown",
        "the file is no PDF, ZIP, picture, sound, film or plain text: put it into a ZIP archive");
  }

  static FileRefused onSale() {
    return new FileRefused(
        Kind.CONFLICT,
        "file-on-sale",
        "the listing is on sale or waits for review: replace the file, or archive the listing first");
  }

  static FileRefused empty() {
    return new FileRefused("file-empty", "the file is empty: choose another");
  }

  static FileRefused tooLarge(int megabytes) {
    return new FileRefused(
        "file-too-large", "the file is larger than " + megabytes + " MB: make it smaller");
  }
}
