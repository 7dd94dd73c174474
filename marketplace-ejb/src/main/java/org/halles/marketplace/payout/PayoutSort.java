package org.halles.marketplace.payout;

import org.halles.marketplace.shared.Ordering;

/** In which order lists of payouts may be. */
public enum PayoutSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  LARGEST(byAmount().reversed()),
  SMALLEST(byAmount()),
  PAYEE(byPayee()),
  PAYEE_DESC(byPayee().reversed());

  private final Ordering<PayoutView> ordering;

  PayoutSort(Ordering<PayoutView> ordering) {
    this.ordering = ordering;
  }

  Ordering<PayoutView> ordering() {
    return ordering;
  }

  private static Ordering<PayoutView> byAge() {
    return Ordering.ofMoments("p.created_at", "p.id", PayoutView::createdAt, PayoutView::id);
  }

  private static Ordering<PayoutView> byAmount() {
    return Ordering.ofNumbers(
        "p.amount_minor", "p.id", payout -> payout.amount().minor(), PayoutView::id);
  }

  private static Ordering<PayoutView> byPayee() {
    return Ordering.ofWords("k.name", "p.id", payout -> payout.payee().name(), PayoutView::id);
  }
}
