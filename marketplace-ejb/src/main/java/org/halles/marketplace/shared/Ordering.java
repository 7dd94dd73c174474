package org.halles.marketplace.shared;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One way to sort a list in the database: by one column, then by the id, so that no two rows tie
 * and a page goes on exactly where the former one ended. Lists keep theirs in an enum: what a
 * stranger asks for picks one, and never reaches the statement itself.
 *
 * @param <T> a row of the list
 */
public final class Ordering<T> {

  /** What is compared. */
  private enum Kind {
    TEXT,
    WHOLE,
    MOMENT
  }

  private final Kind kind;
  private final String column;
  private final String id;
  private final boolean descending;
  private final Function<T, Object> value;
  private final Function<T, UUID> idOf;

  private Ordering(
      Kind kind,
      String column,
      String id,
      boolean descending,
      Function<T, Object> value,
      Function<T, UUID> idOf) {
    this.kind = kind;
    this.column = column;
    this.id = id;
    this.descending = descending;
    this.value = value;
    this.idOf = idOf;
  }

  /**
   * By words, as a dictionary has them: neither case nor accents part what belongs together.
   *
   * @param column never null in the database
   * @param id the column that tells rows apart
   */
  public static <T> Ordering<T> ofWords(
      String column, String id, Function<T, String> value, Function<T, UUID> idOf) {
    return new Ordering<>(Kind.TEXT, column, id, false, value::apply, idOf);
  }

  /** By whole numbers, such as minor units of money; the column is never null. */
  public static <T> Ordering<T> ofNumbers(
      String column, String id, Function<T, Long> value, Function<T, UUID> idOf) {
    return new Ordering<>(Kind.WHOLE, column, id, false, value::apply, idOf);
  }

  /** By moments; the column is never null. */
  public static <T> Ordering<T> ofMoments(
      String column, String id, Function<T, Instant> value, Function<T, UUID> idOf) {
    return new Ordering<>(Kind.MOMENT, column, id, false, value::apply, idOf);
  }

  /** The other way round. */
  public Ordering<T> reversed() {
    return new Ordering<>(kind, column, id, !descending, value, idOf);
  }

  /** The part of a statement that sorts it, with its limit: {@code order by ... limit ?}. */
  public String orderBy() {
    String way = descending ? " desc, " : ", ";
    return " order by " + compared(column) + way + id + (descending ? " desc" : "") + " limit ?";
  }

  /**
   * The condition that a page begins after the former one; nothing for the first page.
   *
   * @param parameters those of the statement so far; takes those of the condition
   * @throws InvalidInput if the cursor is none of a list that is sorted like this
   */
  public String after(Paging paging, List<Object> parameters) {
    return paging
        .keys(2)
        .map(
            keys -> {
              parameters.add(
                  switch (kind) {
                    case TEXT -> keys.text(0);
                    case WHOLE -> keys.whole(0);
                    case MOMENT -> keys.instant(0);
                  });
              parameters.add(keys.uuid(1));
              return " and (%s, %s) %s (%s, ?)"
                  .formatted(compared(column), id, descending ? "<" : ">", compared("?"));
            })
        .orElse("");
  }

  /** Cuts the page out of one row more than it holds. */
  public Page<T> page(List<T> rows, Paging paging) {
    return Page.of(
        rows, paging.limit(), last -> Paging.cursor(value.apply(last), idOf.apply(last)));
  }

  private String compared(String what) {
    return kind == Kind.TEXT ? "lower(" + what + ") collate \"und-x-icu\"" : what;
  }
}
