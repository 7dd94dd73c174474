package org.halles.marketplace.importing;

import static java.util.Map.entry;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds out in which encoding a file is written: by its mark, else UTF-8 if every byte fits, else
 * Windows-1252 if every byte has a sign there. Whatever fits none is refused, not guessed at.
 */
final class TextEncoding {

  private static final int CHUNK = 1 << 16;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What people take for a table, by how it begins. */
  private static final Map<String, String> BEGINNINGS =
      Map.ofEntries(
          entry("PK\u0003\u0004", "a zip archive or a spreadsheet (XLSX, ODS)"),
          entry("\u00d0\u00cf\u0011\u00e0", "an old spreadsheet (XLS)"),
          entry("%PDF", "a PDF"),
          entry("\u001f\u008b", "a gzip archive"),
          entry("7z\u00bc\u00af", "a 7z archive"),
          entry("\u0089PNG", "a picture"),
          entry("\u00ff\u00d8\u00ff", "a picture"),
          entry("<?xml", "an XML file"),
          entry("\u00ef\u00bb\u00bf<?xml", "an XML file"),
          entry("<!DOCTYPE", "a web page"),
          entry("<html", "a web page"),
          entry("Rar!", "a RAR archive"));

  private TextEncoding() {}

  /**
   * @throws UploadRefused if it is no text, or in no known encoding
   */
  static Charset of(Path file) throws IOException {
    byte[] head = head(file);
    String beginning = new String(head, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> known : BEGINNINGS.entrySet()) {
      if (beginning.startsWith(known.getKey())) {
        throw UploadRefused.notText(known.getValue());
      }
    }
    if (beginning.startsWith("\u00ff\u00fe")) {
      return checked(file, StandardCharsets.UTF_16LE);
    }
    if (beginning.startsWith("\u00fe\u00ff")) {
      return checked(file, StandardCharsets.UTF_16BE);
    }
    if (looksLikeUtf16(head)) {
      return checked(file, head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    long stopsAt = firstMisfit(file, StandardCharsets.UTF_8);
    return stopsAt < 0 ? withoutControls(file, StandardCharsets.UTF_8) : windows(file);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(1_024);
    }
  }

  /** Latin text in UTF-16 has a zero in every other byte. */
  private static boolean looksLikeUtf16(byte[] head) {
    int zeros = 0;
    for (byte one : head) {
      zeros += one == 0 ? 1 : 0;
    }
    return head.length > 3 && zeros > head.length / 3 && (head[0] == 0) != (head[1] == 0);
  }

  private static Charset checked(Path file, Charset charset) throws IOException {
    long misfit = firstMisfit(file, charset);
    if (misfit >= 0) {
      throw UploadRefused.encoding(misfit);
    }
    return charset;
  }

  private static Charset windows(Path file) throws IOException {
    Charset charset = checked(file, WINDOWS);
    return withoutControls(file, charset);
  }

  /** A table has no control characters but tabs and line ends: whatever has is a program's file. */
  private static Charset withoutControls(Path file, Charset charset) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      for (int one = in.read(); one >= 0; one = in.read()) {
        if (one == 0) {
          throw UploadRefused.notText("a program's own file (it contains zero bytes)");
        }
      }
    }
    return charset;
  }

  /** The number of the first byte that does not fit, or -1. */
  private static long firstMisfit(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer signs = CharBuffer.allocate(CHUNK);
    long before = 0;
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = count < 0;
        bytes.position(bytes.position() + Math.max(0, count)).flip();
        CoderResult result = decoder.decode(bytes, signs, end);
        if (result.isError()) {
          return before + bytes.position() + 1;
        }
        before += bytes.position();
        bytes.compact();
        signs.clear();
      }
    }
    return -1;
  }
}
