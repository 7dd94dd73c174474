package org.halles.marketplace.order;

import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** What the buyer agreed to no longer holds; says what changed, so that it can be shown. */
public final class QuoteChanged extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * One change.
   *
   * @param line the cart line, or null if it concerns the whole
   * @param field {@code price}, {@code stock}, {@code available}, {@code total}, {@code shipping},
   *     {@code promotion}, {@code contribution}, {@code cart} or {@code rules}
   * @param old what the buyer saw, or null
   * @param now what holds now, or null; written as {@code new}
   */
  public record Change(
      String line,
      String field,
      Object old,
      @com.fasterxml.jackson.annotation.JsonProperty("new") Object now) {}

  private final transient List<Change> changes;

  public QuoteChanged(List<Change> changes) {
    super(
        Kind.CONFLICT,
        "quote-changed",
        "the cart's price or stock changed: look at it again and confirm",
        Map.of("changes", List.copyOf(changes)));
    this.changes = List.copyOf(changes);
  }

  public List<Change> changes() {
    return changes;
  }
}
