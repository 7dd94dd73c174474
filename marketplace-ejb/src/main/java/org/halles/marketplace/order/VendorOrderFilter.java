package org.halles.marketplace.order;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Ordering;

/**
 * Which of a vendor's orders, and in which order.
 *
 * @param statuses any of these; empty or null: all that are or were paid
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
    NEWEST(byAge().reversed()),
    OLDEST(byAge()),
    LARGEST(byTotal().reversed()),
    SMALLEST(byTotal()),
    BUYER(byBuyer()),
    BUYER_DESC(byBuyer().reversed());

    private final Ordering<VendorOrderSummary> ordering;

    Sort(Ordering<VendorOrderSummary> ordering) {
      this.ordering = ordering;
    }

    Ordering<VendorOrderSummary> ordering() {
      return ordering;
    }

    private static Ordering<VendorOrderSummary> byAge() {
      return Ordering.ofMoments(
          "v.placed_at", "v.id", VendorOrderSummary::placedAt, VendorOrderSummary::id);
    }

    private static Ordering<VendorOrderSummary> byTotal() {
      return Ordering.ofNumbers(
          "v.total_minor", "v.id", order -> order.total().minor(), VendorOrderSummary::id);
    }

    private static Ordering<VendorOrderSummary> byBuyer() {
      return Ordering.ofWords(
          "g.name", "v.id", VendorOrderSummary::buyerName, VendorOrderSummary::id);
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
    statuses =
        statuses == null
            ? Set.of()
            : statuses.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    sort = sort == null ? Sort.NEWEST : sort;
  }

  public VendorOrderFilter(Set<VendorOrderStatus> statuses, String text) {
    this(statuses, text, null, null, Sort.NEWEST);
  }
}
