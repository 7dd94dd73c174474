package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.MediaStore;

/** Hangs the demo's drawings up: into the media store, with a row that says what they are. */
@ApplicationScoped
class DemoPictures {

  private static final Pattern SIZE =
      Pattern.compile("viewBox=\"0 0 \\d+ \\d+\" width=\"(\\d+)\" height=\"(\\d+)\"");

  private MediaStore store;
  private Database database;
  private Clock clock;

  protected DemoPictures() {}

  @Inject
  DemoPictures(MediaStore store, Database database, Clock clock) {
    this.store = store;
    this.database = database;
    this.clock = clock;
  }

  /** The media id of a picture file, in the caller's transaction. */
  String hang(String file) {
    byte[] content = DemoContent.picture(file);
    Matcher size = SIZE.matcher(new String(content, StandardCharsets.UTF_8));
    if (!size.find()) {
      throw new IllegalStateException("demo/pictures/" + file + " does not say how large it is");
    }
    String id = store.put(content);
    database.update(
        """
        insert into media (id, content_type, bytes, width, height, created_at)
        values (?, 'image/svg+xml', ?, ?, ?, ?) on conflict (id) do nothing
        """,
        id,
        (long) content.length,
        Integer.valueOf(size.group(1)),
        Integer.valueOf(size.group(2)),
        clock.instant());
    return id;
  }
}
