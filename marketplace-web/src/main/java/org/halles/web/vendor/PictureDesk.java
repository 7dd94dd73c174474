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
          taker.accept(pictures.crop(media, Crop.framed(whole, across, down, zoom, x, y, 1_600)));
        });
  }
}
