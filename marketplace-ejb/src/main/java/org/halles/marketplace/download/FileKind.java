package org.halles.marketplace.download;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What may be sold as a file, known by its content and not by its name. Nothing of it may run. */
enum FileKind {
  PDF("application/pdf", 0, "%PDF-"),
  ZIP("application/zip", 0, "PK\u0003\u0004"),
  JPEG("image/jpeg", 0, "\u00ff\u00d8\u00ff"),
  PNG("image/png", 0, "\u0089PNG"),
  GIF("image/gif", 0, "GIF8"),
  WEBP("image/webp", 8, "WEBP"),
  TIFF("image/tiff", 0, "II*\u0000"),
  MP3("audio/mpeg", 0, "ID3"),
  MPEG_AUDIO("audio/mpeg", 0, "\u00ff\u00fb"),
  WAV("audio/wav", 8, "WAVE"),
  FLAC("audio/flac", 0, "fLaC"),
  OGG("audio/ogg", 0, "OggS"),
  MP4("video/mp4", 4, "ftyp"),
  TEXT("text/plain", 0, null);

  static final int LARGEST = 50 * 1024 * 1024;
  private static final int LONGEST_NAME = 120;

  private final String contentType;
  private final int from;
  private final byte[] mark;

  FileKind(String contentType, int from, String mark) {
    this.contentType = contentType;
    this.from = from;
    this.mark = mark == null ? null : mark.getBytes(StandardCharsets.ISO_8859_1);
  }

  String contentType() {
    return contentType;
  }

  /**
   * @throws FileRefused if it is none of them, empty or too large
   */
  static FileKind of(byte[] content) {
    if (content.length == 0) {
      throw FileRefused.empty();
    }
    if (content.length > LARGEST) {
      throw FileRefused.tooLarge(LARGEST >> 20);
    }
    return Arrays.stream(values())
        .filter(kind -> kind.mark == null ? isText(content) : kind.marks(content))
        .findFirst()
        .orElseThrow(FileRefused::unknown);
  }

  private boolean marks(byte[] content) {
    return content.length >= from + mark.length
        && Arrays.equals(content, from, from + mark.length, mark, 0, mark.length);
  }

  /** Letters in UTF-8 that are no page, no drawing and no script. */
  private static boolean isText(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String begin = text.stripLeading();
      return text.indexOf('\u0000') < 0 && !begin.startsWith("<") && !begin.startsWith("#!");
    } catch (CharacterCodingException noText) {
      return false;
    }
  }

  /** A name that no file system, header or page trips over. */
  static String tidyName(String name) {
    String last = name == null ? "" : name.replaceAll(".*[/\\\\]", "");
    String tidy = last.replaceAll("[^\\p{L}\\p{N} ._()-]", "_").strip();
    String cut = tidy.substring(Math.max(0, tidy.length() - LONGEST_NAME));
    return cut.isEmpty() ? "download" : cut;
  }
}
