package org.halles.marketplace.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.MediaStore;
import org.halles.marketplace.shared.NotFound;

/**
 * The one door for pictures that people upload. What a file is, its content says, never its name or
 * its sender. Of what comes in only the pixels are kept, in a file written anew: no place where a
 * photograph was taken, no script, nothing hidden.
 */
@ApplicationScoped
public class Pictures {

  /** The largest file that is looked at. */
  public static final int LARGEST_FILE = 10 << 20;

  /** What comes in is made smaller than this on its longer side: large enough to look closely. */
  public static final int LONGEST_SIDE = 2_000;

  private static final int LONGEST_WAIT_SECONDS = 15;

  /** Decoding takes memory and time: never more than two at once on one server. */
  private final Semaphore turns = new Semaphore(2, true);

  private MediaStore store;
  private Database database;
  private Clock clock;

  protected Pictures() {}

  @Inject
  public Pictures(MediaStore store, Database database, Clock clock) {
    this.store = store;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Lets a picture in: JPEG, PNG, WebP, or the first frame of a GIF.
   *
   * @param file read no further than {@link #LARGEST_FILE}; closed by the caller
   * @throws PictureRefused if it is none, is too large, or cannot be read
   */
  @Allowed(Role.SIGNED_IN)
  public Picture keep(InputStream file) throws IOException {
    byte[] content = file.readNBytes(LARGEST_FILE + 1);
    if (content.length > LARGEST_FILE) {
      throw PictureRefused.tooLarge();
    }
    PictureFile picture = PictureFile.of(content);
    boolean drawing = picture.kind() == PictureKind.PNG || picture.kind() == PictureKind.GIF;
    return inTurn(() -> keep(Upright.shrink(picture.pixels(LONGEST_SIDE), LONGEST_SIDE), drawing));
  }

  /**
   * Cuts a part out of a kept picture; the whole stays kept. A part that reaches over the edge is
   * what lies inside.
   *
   * @return the part, a picture of its own
   * @throws NotFound if there is no such picture
   */
  @Allowed(Role.SIGNED_IN)
  public Picture crop(String id, Crop crop) {
    Picture whole = find(id).orElseThrow(() -> new NotFound("picture", id));
    PictureFile file = PictureFile.of(content(whole));
    return inTurn(
        () -> {
          BufferedImage pixels = file.pixels(LONGEST_SIDE);
          int left = Math.max(0, Math.min(crop.left(), pixels.getWidth() - 1));
          int top = Math.max(0, Math.min(crop.top(), pixels.getHeight() - 1));
          int width = Math.max(1, Math.min(crop.width(), pixels.getWidth() - left));
          int height = Math.max(1, Math.min(crop.height(), pixels.getHeight() - top));
          int longest = Math.max(1, Math.min(crop.mostWidth(), LONGEST_SIDE));
          return keep(
              Upright.shrink(pixels, left, top, width, height, longest),
              file.kind() == PictureKind.PNG);
        });
  }

  /** A kept picture that somebody uploaded, or empty if there is none with this id. */
  @Allowed(Role.ANYONE)
  public Optional<Picture> find(String id) {
    return database.find(
        """
        select id, content_type, bytes, width, height from media
         where id = ? and width is not null and height is not null
        """,
        row ->
            new Picture(
                row.text("id"),
                row.text("content_type"),
                row.whole("bytes"),
                row.integer("width"),
                row.integer("height")),
        id);
  }

  private byte[] content(Picture picture) {
    try (InputStream kept =
        store.open(picture.id()).orElseThrow(() -> new NotFound("picture", picture.id()))) {
      return kept.readAllBytes();
    } catch (IOException diskTrouble) {
      throw new UncheckedIOException("cannot read picture " + picture.id(), diskTrouble);
    }
  }

  private Picture keep(BufferedImage pixels, boolean drawing) {
    Encoding encoding = Encoding.of(pixels, drawing);
    String id = store.put(encoding.content());
    Picture picture =
        new Picture(
            id,
            encoding.contentType(),
            encoding.content().length,
            pixels.getWidth(),
            pixels.getHeight());
    describe(picture);
    return picture;
  }

  private void describe(Picture picture) {
    database.update(
        """
        insert into media (id, content_type, bytes, width, height, created_at)
        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        picture.id(),
        picture.contentType(),
        picture.bytes(),
        picture.width(),
        picture.height(),
        clock.instant());
  }

  private Picture inTurn(Supplier<Picture> work) {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw PictureRefused.busy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw PictureRefused.busy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
