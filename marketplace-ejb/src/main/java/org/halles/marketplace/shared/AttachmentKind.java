package org.halles.marketplace.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a file may be, known by its content and not by its name. */
public enum AttachmentKind {
  PDF("application/pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
  JPEG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
  PNG("image/png", new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});

  public static final int MOST_FILES = 5;
  private static final int MEGABYTE = 1024 * 1024;
  private static final int LARGEST = 8 * MEGABYTE;
  private static final int LONGEST_NAME = 120;

  private final String contentType;
  private final int[] begin;

  AttachmentKind(String contentType, int[] begin) {
    this.contentType = contentType;
    this.begin = begin;
  }

  public String contentType() {
    return contentType;
  }

  public static Optional<AttachmentKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.begins(content)).findFirst();
  }

  /** Notes what is wrong with files. */
  public static void check(List<Attachment> files, Checklist checklist) {
    if (files.size() > MOST_FILES) {
      checklist.reject(
          "files", "are " + files.size() + ": keep at most " + MOST_FILES, files.size());
    }
    for (int i = 0; i < files.size(); i++) {
      byte[] content = files.get(i).content();
      String field = "files[" + i + "]";
      if (content.length > LARGEST) {
        checklist.reject(
            field,
            "is larger than " + LARGEST / MEGABYTE + " MB: give a smaller copy",
            files.get(i).name());
      } else if (of(content).isEmpty()) {
        checklist.reject(field, "must be a PDF, JPEG or PNG", files.get(i).name());
      }
    }
  }

  private boolean begins(byte[] content) {
    for (int i = 0; i < begin.length; i++) {
      if (content.length <= i || (content[i] & 0xFF) != begin[i]) {
        return false;
      }
    }
    return true;
  }

  /** A name that no file system, header or page trips over. */
  public static String tidyName(String name) {
    String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "");
    String tidy = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
    String cut = tidy.substring(Math.max(0, tidy.length() - LONGEST_NAME));
    return cut.isEmpty() ? "file" : cut;
  }
}
