package org.halles.marketplace.media;

/**
 * A part of a kept picture.
 *
 * @param left pixels cut off at the left
 * @param top pixels cut off at the top
 * @param width how many pixels are kept across
 * @param height how many pixels are kept down
 * @param mostWidth the result is made smaller if it is wider than this
 */
public record Crop(int left, int top, int width, int height, int mostWidth) {

  private static final int LARGEST_ZOOM = 400;

  /**
   * What a frame shows of a picture that somebody moved behind it.
   *
   * @param across width of the frame for a height of {@code down}
   * @param zoom in percent, 100 to 400; at 100 the frame is as large as fits
   * @param x in percent, where the frame stands between left, 0, and right, 100
   * @param y in percent, where it stands between top, 0, and bottom, 100
   * @param mostWidth the result is made smaller if it is wider than this, in pixels
   */
  public static Crop framed(
      Picture whole, int across, int down, int zoom, int x, int y, int mostWidth) {
    long widest = Math.min(whole.width(), (long) whole.height() * across / down);
    int width = (int) Math.max(1, widest * 100 / within(zoom, 100, LARGEST_ZOOM));
    int height = Math.max(1, Math.min(whole.height(), width * down / across));
    int left = (whole.width() - width) * within(x, 0, 100) / 100;
    int top = (whole.height() - height) * within(y, 0, 100) / 100;
    return new Crop(left, top, width, height, mostWidth);
  }

  private static int within(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }
}
