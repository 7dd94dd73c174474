package org.halles.marketplace.order;

import java.time.Instant;
import java.util.Set;

/**
 * Which of a vendor's orders, and in which order.
 *
 * @param statuses any of these; empty: all that are or were paid
 * @param text part of the number, the buyer's name or a sku; null or blank: any
 * @param since placed at or after this; null: ever
 * @param lateAt only those that wait although the first day promised for their delivery is before
 *     this; null: those that are not late as well
 * @param sort null: the newest first
 */
public record VendorOrderFilter(
    Set<VendorOrderStatus> statuses, String text, Instant since, Instant lateAt, Sort sort) {

  /** In which order a list is. */
  public enum Sort {
    NEWEST("v.placed_at", "desc"),
    OLDEST("v.placed_at", "asc"),
    LARGEST("v.total_minor", "desc");

    private final String column;
    private final String direction;

    Sort(String column, String direction) {
      this.column = column;
      this.direction = direction;
    }

    String orderBy() {
      return " order by " + column + " " + direction + ", v.id " + direction + " limit ?";
    }

    String after() {
      return " and (" + column + ", v.id) " + (direction.equals("desc") ? "<" : ">") + " (?, ?)";
    }
  }

  /** Every paid order that nobody has to look at first. */
  public static final VendorOrderFilter ALL = new VendorOrderFilter(Set.of(), null);

  /** What waits for the vendor. */
  public static final VendorOrderFilter TO_DO =
      new VendorOrderFilter(
          Set.of(
              VendorOrderStatus.TO_ACCEPT,
              VendorOrderStatus.TO_SHIP,
              VendorOrderStatus.PARTLY_SHIPPED),
          null);

  public VendorOrderFilter {
    statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
    sort = sort == null ? Sort.NEWEST : sort;
  }

  public VendorOrderFilter(Set<VendorOrderStatus> statuses, String text) {
    this(statuses, text, null, null, Sort.NEWEST);
  }
}
