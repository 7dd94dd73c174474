package org.halles.marketplace.invoicing;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of fees may be; by vendor, those for all come first. */
public enum FeeSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  LARGEST(byAmount().reversed()),
  SMALLEST(byAmount()),
  VENDOR(byVendor()),
  VENDOR_DESC(byVendor().reversed());

  private final Ordering<FeeRows.Dated> ordering;

  FeeSort(Ordering<FeeRows.Dated> ordering) {
    this.ordering = ordering;
  }

  Ordering<FeeRows.Dated> ordering() {
    return ordering;
  }

  private static Ordering<FeeRows.Dated> byAge() {
    return Ordering.ofMoments(
        "f.created_at", "f.id", FeeRows.Dated::at, found -> found.view().id());
  }

  private static Ordering<FeeRows.Dated> byAmount() {
    return Ordering.ofNumbers(
        "f.amount_minor",
        "f.id",
        found -> found.view().amount().minor(),
        found -> found.view().id());
  }

  private static Ordering<FeeRows.Dated> byVendor() {
    return Ordering.ofWords(
        "coalesce(v.slug, '')",
        "f.id",
        found -> found.view().vendor() == null ? "" : found.view().vendor(),
        found -> found.view().id());
  }
}
