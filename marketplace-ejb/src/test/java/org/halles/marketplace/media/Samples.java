package org.halles.marketplace.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Files as people and attackers send them. */
final class Samples {

  static final Color GREEN = new Color(0x1f5a3d);
  static final Color SAFFRON = new Color(0xe8b23a);

  private Samples() {}

  /** Saffron on the left half, green on the right. */
  static BufferedImage halves(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D pen = image.createGraphics();
    pen.setColor(SAFFRON);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(GREEN);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return image;
  }

  static byte[] jpeg(int width, int height) {
    return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
  }

  static byte[] png(int width, int height) {
    return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "png");
  }

  static byte[] gif(int width, int height) {
    return encoded(halves(width, height, BufferedImage.TYPE_INT_RGB), "gif");
  }

  static byte[] transparentPng(int width, int height) {
    return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
  }

  static byte[] file(String name) {
    try (InputStream file = Samples.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, file);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return file.toByteArray();
  }

  /** A photograph taken with the camera turned, with a place in its metadata. */
  static byte[] photograph(int width, int height, int orientation) {
    byte[] jpeg = jpeg(width, height);
    byte[] place = "GPS 48.8566N 2.3522E".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + place.length);
    exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putInt(0).put(place);
    return ByteBuffer.allocate(jpeg.length + exif.capacity())
        .put(jpeg, 0, 2)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** A PNG that says to have this many pixels, and has a few bytes of them. */
  static byte[] pixelFlood(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2);
    return png(chunk("IHDR", header.array()), chunk("IDAT", deflated(1_000)));
  }

  /** A PNG with a comment that unfolds to this many megabytes. */
  static byte[] commentBomb(int megabytes) {
    byte[] sound = png(20, 20);
    byte[] text = deflated(megabytes << 20);
    ByteBuffer comment = ByteBuffer.allocate(text.length + 9);
    comment.put("Comment\0\0".getBytes(StandardCharsets.US_ASCII)).put(text);
    byte[] bomb = chunk("zTXt", comment.array());
    int afterHeader = 8 + 25;
    return ByteBuffer.allocate(sound.length + bomb.length)
        .put(sound, 0, afterHeader)
        .put(bomb)
        .put(sound, afterHeader, sound.length - afterHeader)
        .array();
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] buffer = new byte[zeros / 500 + 1_000];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static byte[] png(byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] chunk(String name, byte[] data) {
    byte[] tag = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(tag);
    sum.update(data);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(tag)
        .put(data)
        .putInt((int) sum.getValue())
        .array();
  }
}
