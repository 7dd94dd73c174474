package org.halles.marketplace.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A PNG without the parts that are no pixels: comments and colour profiles are compressed, and a
 * few bytes of them may unfold to gigabytes in the decoder.
 */
final class PngChunks {

  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int MARK = 8;

  private PngChunks() {}

  static byte[] needed(byte[] png) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
    kept.write(png, 0, MARK);
    ByteBuffer chunks = ByteBuffer.wrap(png).position(MARK);
    while (chunks.remaining() >= 12) {
      int start = chunks.position();
      int length = chunks.getInt();
      if (length < 0 || length > chunks.remaining() - 8) {
        throw PictureRefused.unreadable();
      }
      String name = new String(png, start + 4, 4, StandardCharsets.US_ASCII);
      if (NEEDED.contains(name)) {
        kept.write(png, start, 12 + length);
      }
      chunks.position(start + 12 + length);
    }
    return kept.toByteArray();
  }
}
