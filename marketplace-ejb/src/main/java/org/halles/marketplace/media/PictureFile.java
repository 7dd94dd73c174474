package org.halles.marketplace.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A file of somebody's, before anybody believes it. How many pixels it says to have is asked before
 * a single one is decoded; a large one is thinned out while it is read, so that no picture takes
 * more memory than a screen or two of pixels.
 */
final class PictureFile {

  private static final int LONGEST_SIDE = 30_000;

  private final PictureKind kind;
  private final byte[] content;
  private final int orientation;

  private PictureFile(PictureKind kind, byte[] content, int orientation) {
    this.kind = kind;
    this.content = content;
    this.orientation = orientation;
  }

  static PictureFile of(byte[] file) {
    if (file.length == 0) {
      throw PictureRefused.empty();
    }
    PictureKind kind = PictureKind.of(file).orElseThrow(PictureRefused::noPicture);
    return switch (kind) {
      case JPEG -> new PictureFile(kind, file, ExifOrientation.of(file));
      case PNG -> new PictureFile(kind, PngChunks.needed(file), 1);
      case WEBP -> new PictureFile(kind, WebpFrames.sound(file), 1);
      case GIF -> new PictureFile(kind, file, 1);
    };
  }

  PictureKind kind() {
    return kind;
  }

  /**
   * Its pixels, the right way up, in as many as are needed to show it this large.
   *
   * @throws PictureRefused if it has too many, or cannot be read
   */
  BufferedImage pixels(int longestShown) {
    try {
      ImageReader reader = kind.reader();
      try {
        reader.setInput(
            new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), true, true);
        return Upright.turn(read(reader, longestShown), orientation);
      } finally {
        reader.dispose();
      }
    } catch (PictureRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException malformed) {
      throw PictureRefused.unreadable();
    }
  }

  private BufferedImage read(ImageReader reader, int longestShown) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > kind.mostPixels()
        || Math.max(width, height) > LONGEST_SIDE
        || Math.min(width, height) < 1) {
      throw PictureRefused.tooManyPixels(width, height, kind.mostPixels());
    }
    int enough = 2 * longestShown;
    int step = (Math.max(width, height) + enough - 1) / enough;
    ImageReadParam how = reader.getDefaultReadParam();
    if (step > 1) {
      int narrow = Math.max(1, Math.min(step, Math.min(width, height)));
      how.setSourceSubsampling(narrow, narrow, 0, 0);
    }
    return reader.read(0, how);
  }
}
