package org.halles.marketplace.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns, cuts and shrinks pixels; what comes out is sRGB. */
final class Upright {

  private Upright() {}

  /** The picture as the photographer saw it. */
  static BufferedImage turn(BufferedImage picture, int orientation) {
    if (orientation <= 1) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    BufferedImage turned =
        orientation < 5 ? blank(picture, width, height) : blank(picture, height, width);
    Graphics2D pen = turned.createGraphics();
    pen.drawImage(picture, transform(orientation, width, height), null);
    pen.dispose();
    return turned;
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  /** A part of it, no wider and no higher than this. */
  static BufferedImage shrink(
      BufferedImage picture, int left, int top, int width, int height, int longest) {
    int side = Math.max(width, height);
    int newWidth = side <= longest ? width : Math.max(1, (int) ((long) width * longest / side));
    int newHeight = side <= longest ? height : Math.max(1, (int) ((long) height * longest / side));
    BufferedImage small = blank(picture, newWidth, newHeight);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.drawImage(picture, 0, 0, newWidth, newHeight, left, top, left + width, top + height, null);
    pen.dispose();
    return small;
  }

  static BufferedImage shrink(BufferedImage picture, int longest) {
    return shrink(picture, 0, 0, picture.getWidth(), picture.getHeight(), longest);
  }

  private static BufferedImage blank(BufferedImage like, int width, int height) {
    return new BufferedImage(
        width,
        height,
        like.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
  }
}
