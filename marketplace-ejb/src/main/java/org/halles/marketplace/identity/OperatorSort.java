package org.halles.marketplace.identity;

import org.halles.marketplace.shared.Ordering;

/** In which order the list of those who run the marketplace may be. */
public enum OperatorSort {
  NAME(byName()),
  NAME_DESC(byName().reversed()),
  EMAIL(byEmail()),
  EMAIL_DESC(byEmail().reversed());

  private final Ordering<OperatorView> ordering;

  OperatorSort(Ordering<OperatorView> ordering) {
    this.ordering = ordering;
  }

  Ordering<OperatorView> ordering() {
    return ordering;
  }

  private static Ordering<OperatorView> byName() {
    return Ordering.ofWords("a.name", "a.id", OperatorView::name, OperatorView::accountId);
  }

  private static Ordering<OperatorView> byEmail() {
    return Ordering.ofWords("a.email", "a.id", OperatorView::email, OperatorView::accountId);
  }
}
