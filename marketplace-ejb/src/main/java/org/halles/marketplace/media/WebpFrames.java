package org.halles.marketplace.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Looks at a WebP file's inner frame: it says its own size, and a canvas that says to be small may
 * hide a frame that is not.
 */
final class WebpFrames {

  private static final int FIRST_CHUNK = 12;

  private WebpFrames() {}

  /** The file itself, if its frame is not larger than may be decoded. */
  static byte[] sound(byte[] webp) {
    try {
      look(ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN), webp, FIRST_CHUNK);
      return webp;
    } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
      throw PictureRefused.unreadable();
    }
  }

  private static void look(ByteBuffer file, byte[] webp, int first) {
    int at = first;
    while (at + 8 <= webp.length) {
      String name = new String(webp, at, 4, StandardCharsets.US_ASCII);
      int length = file.getInt(at + 4);
      if (length < 0) {
        throw PictureRefused.unreadable();
      }
      switch (name) {
        case "VP8 " -> check(file.getShort(at + 14) & 0x3fff, file.getShort(at + 16) & 0x3fff);
        case "VP8L" -> checkLossless(file.getInt(at + 9));
        // an animation: moving pictures are not shown
        case "ANMF" -> throw PictureRefused.unreadable();
        default -> {}
      }
      at = Math.addExact(at, 8 + length + (length & 1));
    }
  }

  private static void checkLossless(int sizes) {
    check((sizes & 0x3fff) + 1, (sizes >>> 14 & 0x3fff) + 1);
  }

  private static void check(int width, int height) {
    int most = PictureKind.WEBP.mostPixels();
    if ((long) width * height > most) {
      throw PictureRefused.tooManyPixels(width, height, most);
    }
  }
}
