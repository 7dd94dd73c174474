package org.halles.marketplace.payout;

import org.halles.marketplace.shared.Ordering;

/** In which order debts may be listed. */
public enum DebtSort {
  LARGEST(byAmount().reversed()),
  SMALLEST(byAmount()),
  NAME(byName()),
  NAME_DESC(byName().reversed());

  private final Ordering<Debt> ordering;

  DebtSort(Ordering<Debt> ordering) {
    this.ordering = ordering;
  }

  Ordering<Debt> ordering() {
    return ordering;
  }

  private static Ordering<Debt> byAmount() {
    return Ordering.ofNumbers("owed_minor", "id", debt -> debt.owed().minor(), Debt::party);
  }

  private static Ordering<Debt> byName() {
    return Ordering.ofWords("name", "id", Debt::name, Debt::party);
  }
}
