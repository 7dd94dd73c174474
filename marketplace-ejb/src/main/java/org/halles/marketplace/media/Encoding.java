package org.halles.marketplace.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pixels as a file again, written by us from the first byte to the last: nothing that somebody hid
 * in the file they sent is in it.
 *
 * @param contentType what it is
 * @param content the file
 */
record Encoding(String contentType, byte[] content) {

  /** A drawing of few colours is sharper and smaller as PNG; up to this size it is worth it. */
  private static final int SMALL_DRAWING = 300_000;

  /** PNG where something is transparent or a drawing stays small, JPEG otherwise. */
  static Encoding of(BufferedImage pixels, boolean drawing) {
    if (isTransparent(pixels)) {
      return new Encoding("image/png", png(pixels));
    }
    if (drawing) {
      byte[] png = png(pixels);
      if (png.length <= SMALL_DRAWING) {
        return new Encoding("image/png", png);
      }
    }
    return new Encoding("image/jpeg", jpeg(pixels));
  }

  private static boolean isTransparent(BufferedImage pixels) {
    if (!pixels.getColorModel().hasAlpha()) {
      return false;
    }
    int[] line = new int[pixels.getWidth()];
    for (int y = 0; y < pixels.getHeight(); y++) {
      pixels.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int pixel : line) {
        if (pixel >>> 24 != 0xff) {
          return true;
        }
      }
    }
    return false;
  }

  private static byte[] png(BufferedImage pixels) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(pixels, "png", file);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return file.toByteArray();
  }

  private static byte[] jpeg(BufferedImage pixels) {
    BufferedImage opaque =
        new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
    opaque.createGraphics().drawImage(pixels, 0, 0, null);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(0.86f);
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), how);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
