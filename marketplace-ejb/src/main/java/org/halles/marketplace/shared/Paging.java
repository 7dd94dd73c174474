package org.halles.marketplace.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list somebody wants.
 *
 * @param limit 1 to 100
 * @param cursor as a former page gave it, or null for the first page
 */
public record Paging(int limit, String cursor) {

  /** As many as a page usually shows. */
  public static final int USUAL = 24;

  /** As many as a page may show. */
  public static final int MOST = 100;

  private static final String SEPARATOR = "\u001f";

  /**
   * @throws InvalidInput if the limit is out of range or the cursor was not made by {@link #cursor}
   */
  public static Paging of(Integer limit, String cursor) {
    int size = limit == null ? USUAL : limit;
    if (size < 1 || size > MOST) {
      throw new InvalidInput(
          new Violation("limit", "must be between 1 and " + MOST, String.valueOf(size)));
    }
    Paging paging = new Paging(size, cursor == null || cursor.isBlank() ? null : cursor);
    paging.after();
    return paging;
  }

  /** The first page of the usual size. */
  public static Paging first() {
    return new Paging(USUAL, null);
  }

  /** Makes a cursor of the sort keys of a row. */
  public static String cursor(Object... keys) {
    StringBuilder joined = new StringBuilder();
    for (Object key : keys) {
      joined.append(joined.isEmpty() ? "" : SEPARATOR).append(key);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The sort keys after which the page begins, or empty for the first page.
   *
   * @throws InvalidInput if the cursor is malformed
   */
  public Optional<List<String>> after() {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Optional.of(List.of(joined.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException malformed) {
      throw malformedCursor();
    }
  }

  /**
   * The sort keys after which the page begins, or empty for the first page.
   *
   * @param count how many keys this list sorts by
   * @throws InvalidInput if the cursor is malformed or has another number of keys
   */
  public Optional<Keys> keys(int count) {
    Optional<List<String>> values = after();
    if (values.isPresent() && values.get().size() != count) {
      throw malformedCursor();
    }
    return values.map(found -> new Keys(this, found));
  }

  /** The answer to a cursor that this list did not give. */
  public InvalidInput malformedCursor() {
    return new InvalidInput(
        new Violation("cursor", "is not a cursor of this list: leave it out to start", cursor));
  }
}
