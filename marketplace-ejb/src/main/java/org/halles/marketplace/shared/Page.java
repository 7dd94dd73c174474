package org.halles.marketplace.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list, and where the next part begins.
 *
 * @param items in the list's order; never null
 * @param next an opaque cursor, or null at the end
 */
public record Page<T>(List<T> items, String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of one row more than it holds.
   *
   * @param rows at most {@code limit + 1} rows
   * @param cursorOf what the last row of the page is found again by
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(items, cursorOf.apply(items.get(limit - 1)));
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(items.stream().map(mapping).toList(), next);
  }
}
