package org.halles.marketplace.vendor;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of vendors may be. */
public enum VendorSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  NAME(byName()),
  NAME_DESC(byName().reversed()),
  COUNTRY(byCountry()),
  COUNTRY_DESC(byCountry().reversed());

  private final Ordering<VendorView> ordering;

  VendorSort(Ordering<VendorView> ordering) {
    this.ordering = ordering;
  }

  Ordering<VendorView> ordering() {
    return ordering;
  }

  private static Ordering<VendorView> byAge() {
    return Ordering.ofMoments("v.created_at", "v.id", VendorView::createdAt, VendorView::id);
  }

  private static Ordering<VendorView> byName() {
    return Ordering.ofWords("v.name", "v.id", VendorView::name, VendorView::id);
  }

  private static Ordering<VendorView> byCountry() {
    return Ordering.ofWords("v.country", "v.id", VendorView::country, VendorView::id);
  }
}
