package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.halles.marketplace.media.Crop;
import org.halles.marketplace.media.Picture;
import org.halles.marketplace.media.Pictures;
import org.halles.web.ui.Say;
import org.primefaces.model.file.UploadedFile;

/** Takes pictures in from a portal's forms; says why one is not taken. */
@RequestScoped
public class PictureDesk {

  @Inject private Pictures pictures;
  @Inject private Say say;

  /** Hands the picture on if it was let in. */
  public void take(UploadedFile file, Consumer<Picture> taker) {
    say.trying(
        () -> {
          try (InputStream content = file.getInputStream()) {
            taker.accept(pictures.keep(content));
          } catch (IOException brokenUpload) {
            throw new UncheckedIOException(brokenUpload);
          }
        });
  }

  /**
   * Cuts a frame out of a picture.
   *
   * @param across width of the frame for a height of {@code down}
   * @param zoom from 100: the frame as large as fits
   * @param x where the frame stands between left, 0, and right, 100
   * @param y where it stands between top, 0, and bottom, 100
   */
  public void cut(
      String media, int across, int down, int zoom, int x, int y, Consumer<Picture> taker) {
    say.trying(
        () -> {
          Picture whole = pictures.find(media).orElseThrow();
          long widest = Math.min(whole.width(), (long) whole.height() * across / down);
          int width = (int) Math.max(1, widest * 100 / Math.max(100, zoom));
          int height = Math.max(1, width * down / across);
          int left = (whole.width() - width) * x / 100;
          int top = (whole.height() - height) * y / 100;
          taker.accept(pictures.crop(media, new Crop(left, top, width, height, 1_600)));
        });
  }
}
