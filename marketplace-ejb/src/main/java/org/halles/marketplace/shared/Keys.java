package org.halles.marketplace.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The sort keys that a cursor carries, read in the types of the columns. Cursors come back from
 * strangers: whatever was not made by this list is refused as a malformed cursor, before it reaches
 * the database.
 */
public final class Keys {

  private final Paging paging;
  private final List<String> values;

  Keys(Paging paging, List<String> values) {
    this.paging = paging;
    this.values = values;
  }

  public UUID uuid(int index) {
    return read(index, UUID::fromString);
  }

  public Instant instant(int index) {
    return read(index, Instant::parse);
  }

  public long whole(int index) {
    return read(index, Long::valueOf);
  }

  public String text(int index) {
    return read(index, text -> text.indexOf('\0') < 0 ? text : null);
  }

  private <T> T read(int index, Function<String, T> reading) {
    try {
      T value = reading.apply(values.get(index));
      if (value != null) {
        return value;
      }
    } catch (RuntimeException malformed) {
      // falls through: whatever is wrong with it, it is no cursor of this list
    }
    throw paging.malformedCursor();
  }
}
