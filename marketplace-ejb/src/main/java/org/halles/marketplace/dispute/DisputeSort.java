package org.halles.marketplace.dispute;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of disputes may be. */
public enum DisputeSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  LARGEST(byAmount().reversed()),
  SMALLEST(byAmount());

  private final Ordering<DisputeView> ordering;

  DisputeSort(Ordering<DisputeView> ordering) {
    this.ordering = ordering;
  }

  Ordering<DisputeView> ordering() {
    return ordering;
  }

  private static Ordering<DisputeView> byAge() {
    return Ordering.ofMoments("d.opened_at", "d.id", DisputeView::openedAt, DisputeView::id);
  }

  private static Ordering<DisputeView> byAmount() {
    return Ordering.ofNumbers(
        "d.amount_minor", "d.id", dispute -> dispute.amount().minor(), DisputeView::id);
  }
}
