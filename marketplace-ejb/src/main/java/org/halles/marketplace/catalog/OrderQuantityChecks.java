package org.halles.marketplace.catalog;

import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Packs;

/** Goes through how many of something are to be sold at once. */
final class OrderQuantityChecks {

  private final Checklist checklist;

  OrderQuantityChecks(Checklist checklist) {
    this.checklist = checklist;
  }

  /** As it may be stored; null if nothing was said. */
  Packs check(String field, OrderQuantityInput given) {
    if (given == null) {
      return null;
    }
    int least = checklist.number(field + ".least", given.least(), 1, Packs.MOST, 1);
    int size = checklist.number(field + ".packSize", given.packSize(), 1, Packs.MOST, 1);
    int most = checklist.number(field + ".most", given.most(), 1, Packs.MOST, Packs.MOST);
    if (size > 1 && given.least() != null && least > 1 && least % size != 0) {
      checklist.reject(field + ".least", "must be a whole number of packs", least);
    }
    if (most < Math.max(least, size)) {
      checklist.reject(field + ".most", "is less than the least that may be bought", most);
    }
    return new Packs(least, size, most);
  }
}
