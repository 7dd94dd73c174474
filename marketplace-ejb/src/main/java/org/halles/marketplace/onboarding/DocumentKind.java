package org.halles.marketplace.onboarding;

import java.util.Arrays;

/** What a document may be, known by its content and not by its name. */
enum DocumentKind {
  PDF("application/pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
  JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
  PNG("image/png", new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

  static final int LARGEST = 8 * 1024 * 1024;
  private static final int SMALLEST = 64;
  private static final int LONGEST_NAME = 120;

  private final String contentType;
  private final int[] begin;

  DocumentKind(String contentType, int[] begin) {
    this.contentType = contentType;
    this.begin = begin;
  }

  String contentType() {
    return contentType;
  }

  /**
   * @throws DocumentRefused if it is none of them, empty or too large
   */
  static DocumentKind of(byte[] content) {
    if (content.length > LARGEST) {
      throw DocumentRefused.tooLarge(LARGEST / (1024 * 1024));
    }
    return Arrays.stream(values())
        .filter(kind -> content.length >= SMALLEST && kind.begins(content))
        .findFirst()
        .orElseThrow(DocumentRefused::unknown);
  }

  private boolean begins(byte[] content) {
    for (int i = 0; i < begin.length; i++) {
      if ((content[i] & 0xFF) != begin[i]) {
        return false;
      }
    }
    return true;
  }

  /** A name that no file system, header or page trips over. */
  static String tidyName(String name) {
    String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "");
    String tidy = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
    String cut = tidy.substring(Math.max(0, tidy.length() - LONGEST_NAME));
    return cut.isEmpty() ? "document" : cut;
  }
}
