package org.halles.marketplace.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the one thing worth knowing of a photograph's metadata. The rest, the
 * place it was taken at included, is dropped.
 */
final class ExifOrientation {

  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int TAG = 0x0112;
  private static final long EXIF = 0x457869660000L;

  private ExifOrientation() {}

  /** 1 to 8 as EXIF counts them; 1, upright, where nothing sensible is said. */
  static int of(byte[] jpeg) {
    try {
      return inSegments(ByteBuffer.wrap(jpeg));
    } catch (RuntimeException malformed) {
      return 1;
    }
  }

  private static int inSegments(ByteBuffer jpeg) {
    jpeg.position(2);
    while (jpeg.remaining() > 4 && (jpeg.get() & 0xff) == 0xff) {
      int marker = jpeg.get() & 0xff;
      if (marker == START_OF_SCAN) {
        return 1;
      }
      int length = jpeg.getShort() & 0xffff;
      int body = jpeg.position();
      if (marker == APP1 && length > 16 && isExif(jpeg)) {
        return inTiff(jpeg.slice(body + 6, length - 8));
      }
      jpeg.position(body + length - 2);
    }
    return 1;
  }

  private static boolean isExif(ByteBuffer jpeg) {
    return jpeg.getLong(jpeg.position()) >>> 16 == EXIF;
  }

  private static int inTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int entry = 0; entry < entries; entry++) {
      int at = directory + 2 + 12 * entry;
      if ((tiff.getShort(at) & 0xffff) == TAG) {
        int orientation = tiff.getShort(at + 8) & 0xffff;
        return orientation >= 1 && orientation <= 8 ? orientation : 1;
      }
    }
    return 1;
  }
}
