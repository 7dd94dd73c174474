package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/** Checks the steps of a price: the more are bought, the less each costs. */
final class PriceBreakChecks {

  /** More steps than a buyer reads. */
  static final int MOST_BREAKS = 10;

  /** As many units as a cart's line may hold. */
  private static final int MOST_UNITS = 9_999;

  private final Checklist checklist;

  PriceBreakChecks(Checklist checklist) {
    this.checklist = checklist;
  }

  /**
   * The steps, if the checklist is clean afterwards.
   *
   * @param base what one unit costs, or null if that is wrong already
   */
  List<PriceBreak> check(String field, List<PriceBreakInput> given, Money base) {
    List<PriceBreak> checked = new ArrayList<>();
    if (given == null) {
      return checked;
    }
    if (given.size() > MOST_BREAKS) {
      checklist.reject(field, "may be at most " + MOST_BREAKS, given.size());
      return checked;
    }
    int last = 1;
    Money lowest = base;
    for (int index = 0; index < given.size(); index++) {
      PriceBreakInput one = given.get(index);
      String path = field + "[" + index + "]";
      int from = from(path + ".from", one == null ? null : one.from(), last);
      Money price = price(path + ".price", one == null ? null : one.price(), base, lowest);
      last = Math.max(last, from);
      lowest = price == null ? lowest : price;
      if (price != null) {
        checked.add(new PriceBreak(from, price));
      }
    }
    return checked;
  }

  private int from(String field, Integer given, int last) {
    if (given == null || given < 2 || given > MOST_UNITS) {
      checklist.reject(field, "must be between 2 and " + MOST_UNITS, given);
      return last;
    }
    if (given <= last) {
      checklist.reject(field, "must be above " + last + ", the step before", given);
    }
    return given;
  }

  private Money price(String field, PriceInput given, Money base, Money lowest) {
    Money price = new PriceChecks(checklist).price(field, given);
    if (price == null || base == null) {
      return null;
    }
    if (!price.currency().equals(base.currency())) {
      checklist.reject(
          field + ".currency", "must be the currency of the price", price.currency().value());
      return null;
    }
    if (price.compareTo(lowest) >= 0) {
      checklist.reject(
          field, "must be below the price before it: more pieces cost less each", price);
    }
    return price;
  }
}
