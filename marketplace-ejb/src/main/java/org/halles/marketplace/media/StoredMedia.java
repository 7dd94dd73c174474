package org.halles.marketplace.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.MediaStore;

/** The stored files, and what they are. What a file is never changes, so it is remembered. */
@ApplicationScoped
public class StoredMedia {

  /** What a file is. */
  public record Stored(String contentType, long bytes) {}

  private static final int REMEMBERED = 5_000;

  private final Map<String, Stored> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Stored> eldest) {
              return size() > REMEMBERED;
            }
          });

  private Database database;
  private MediaStore store;

  protected StoredMedia() {}

  @Inject
  public StoredMedia(Database database, MediaStore store) {
    this.database = database;
    this.store = store;
  }

  /** What the file with this id is; empty if there is none. */
  @Allowed(Role.ANYONE)
  public Optional<Stored> find(String id) {
    Stored remembered = known.get(id);
    if (remembered != null) {
      return Optional.of(remembered);
    }
    Optional<Stored> found =
        database.find(
            "select content_type, bytes from media where id = ?",
            row -> new Stored(row.text("content_type"), row.whole("bytes")),
            id);
    found.ifPresent(stored -> known.put(id, stored));
    return found;
  }

  /** Its content, to be closed by the reader; empty if there is none. */
  @Allowed(Role.ANYONE)
  public Optional<InputStream> open(String id) throws IOException {
    return store.open(id);
  }
}
