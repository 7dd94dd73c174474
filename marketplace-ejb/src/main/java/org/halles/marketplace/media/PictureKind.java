package org.halles.marketplace.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The kinds of picture that are read, known by the first bytes and by nothing else.
 *
 * <p>How many pixels each may have follows from how its decoder works: JPEG and PNG are read line
 * by line and thinned out while they are read, the others whole.
 */
enum PictureKind {
  JPEG(50_000_000),
  PNG(50_000_000),
  GIF(16_000_000),
  WEBP(16_000_000);

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final int mostPixels;

  PictureKind(int mostPixels) {
    this.mostPixels = mostPixels;
  }

  static Optional<PictureKind> of(byte[] file) {
    if (has(file, 0, (byte) 0xff, (byte) 0xd8, (byte) 0xff)) {
      return Optional.of(JPEG);
    }
    if (has(file, 0, PNG_MARK)) {
      return Optional.of(PNG);
    }
    if (has(file, 0, ascii("GIF87a")) || has(file, 0, ascii("GIF89a"))) {
      return Optional.of(GIF);
    }
    return has(file, 0, ascii("RIFF")) && has(file, 8, ascii("WEBP"))
        ? Optional.of(WEBP)
        : Optional.empty();
  }

  int mostPixels() {
    return mostPixels;
  }

  /** A reader of its own, to be disposed of. */
  ImageReader reader() throws IOException {
    return this == WEBP
        ? new WebPImageReaderSpi().createReaderInstance(null)
        : ImageIO.getImageReadersByFormatName(name()).next();
  }

  private static boolean has(byte[] file, int at, byte... mark) {
    return file.length >= at + mark.length
        && Arrays.equals(file, at, at + mark.length, mark, 0, mark.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
