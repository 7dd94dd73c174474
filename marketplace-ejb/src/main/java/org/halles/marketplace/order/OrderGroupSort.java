package org.halles.marketplace.order;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of purchases may be. */
public enum OrderGroupSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  LARGEST(byTotal().reversed()),
  SMALLEST(byTotal()),
  BUYER(byBuyer()),
  BUYER_DESC(byBuyer().reversed());

  private final Ordering<OrderGroupSummary> ordering;

  OrderGroupSort(Ordering<OrderGroupSummary> ordering) {
    this.ordering = ordering;
  }

  Ordering<OrderGroupSummary> ordering() {
    return ordering;
  }

  private static Ordering<OrderGroupSummary> byAge() {
    return Ordering.ofMoments(
        "g.placed_at", "g.id", OrderGroupSummary::placedAt, OrderGroupSummary::id);
  }

  private static Ordering<OrderGroupSummary> byTotal() {
    return Ordering.ofNumbers(
        "g.total_minor", "g.id", group -> group.total().minor(), OrderGroupSummary::id);
  }

  private static Ordering<OrderGroupSummary> byBuyer() {
    return Ordering.ofWords("g.name", "g.id", OrderGroupSummary::buyerName, OrderGroupSummary::id);
  }
}
