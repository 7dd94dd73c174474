package org.halles.marketplace.review;

import org.halles.marketplace.shared.Ordering;

/** In which order the operators' list of reviews may be. */
public enum ReviewSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  /** The fewest stars first. */
  STARS(byStars()),
  STARS_DESC(byStars().reversed()),
  VENDOR(byVendor()),
  VENDOR_DESC(byVendor().reversed());

  private final Ordering<ReviewView> ordering;

  ReviewSort(Ordering<ReviewView> ordering) {
    this.ordering = ordering;
  }

  Ordering<ReviewView> ordering() {
    return ordering;
  }

  private static Ordering<ReviewView> byAge() {
    return Ordering.ofMoments("r.written_at", "r.id", ReviewView::writtenAt, ReviewView::id);
  }

  private static Ordering<ReviewView> byStars() {
    return Ordering.ofNumbers("r.stars", "r.id", review -> (long) review.stars(), ReviewView::id);
  }

  private static Ordering<ReviewView> byVendor() {
    return Ordering.ofWords("s.name", "r.id", ReviewView::vendor, ReviewView::id);
  }
}
