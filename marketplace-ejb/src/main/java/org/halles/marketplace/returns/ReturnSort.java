package org.halles.marketplace.returns;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of returns may be. */
public enum ReturnSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  VENDOR(byVendor()),
  VENDOR_DESC(byVendor().reversed());

  private final Ordering<ReturnView> ordering;

  ReturnSort(Ordering<ReturnView> ordering) {
    this.ordering = ordering;
  }

  Ordering<ReturnView> ordering() {
    return ordering;
  }

  private static Ordering<ReturnView> byAge() {
    return Ordering.ofMoments("b.requested_at", "b.id", ReturnView::requestedAt, ReturnView::id);
  }

  private static Ordering<ReturnView> byVendor() {
    return Ordering.ofWords("v.name", "b.id", ReturnView::vendor, ReturnView::id);
  }
}
