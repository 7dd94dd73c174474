package org.halles.marketplace.onboarding;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A file that is no document we can look at. */
public final class DocumentRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private DocumentRefused(String code, String message) {
    super(Kind.INVALID, code, message, Map.of("field", "file"));
  }

  static DocumentRefused unknown() {
    return new DocumentRefused(
        "document-unknown", "the file is no PDF, JPEG or PNG: hand the document in as one of them");
  }

  static DocumentRefused tooLarge(int megabytes) {
    return new DocumentRefused(
        "document-too-large",
        "the file is larger than " + megabytes + " MB: hand in a smaller copy");
  }
}
