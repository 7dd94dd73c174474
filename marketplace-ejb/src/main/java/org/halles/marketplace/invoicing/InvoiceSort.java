package org.halles.marketplace.invoicing;

import org.halles.marketplace.shared.Ordering;

/** In which order the operator's list of invoices may be. */
public enum InvoiceSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  LARGEST(byTotal().reversed()),
  SMALLEST(byTotal()),
  VENDOR(byVendor()),
  VENDOR_DESC(byVendor().reversed());

  private final Ordering<InvoiceRows.Dated> ordering;

  InvoiceSort(Ordering<InvoiceRows.Dated> ordering) {
    this.ordering = ordering;
  }

  Ordering<InvoiceRows.Dated> ordering() {
    return ordering;
  }

  private static Ordering<InvoiceRows.Dated> byAge() {
    return Ordering.ofMoments(
        "i.issued_at", "i.id", InvoiceRows.Dated::at, found -> found.view().id());
  }

  private static Ordering<InvoiceRows.Dated> byTotal() {
    return Ordering.ofNumbers(
        "(i.net_minor + i.vat_minor)",
        "i.id",
        found -> found.view().total().minor(),
        found -> found.view().id());
  }

  private static Ordering<InvoiceRows.Dated> byVendor() {
    return Ordering.ofWords(
        "v.name", "i.id", found -> found.view().vendorName(), found -> found.view().id());
  }
}
