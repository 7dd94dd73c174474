package org.halles.marketplace.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Checks amounts and quantities that a vendor sets. */
final class PriceChecks {

  /** Ten million euros: above it, the price is a typing error. */
  static final long HIGHEST_PRICE = 1_000_000_000L;

  /** More units than any warehouse holds of one thing. */
  static final int MOST_STOCK = 10_000_000;

  /** As much at each of the places that a vendor may have. */
  static final int MOST_SUM = MOST_STOCK * StockPlaceChecks.MOST_PLACES;

  private final Checklist checklist;

  PriceChecks(Checklist checklist) {
    this.checklist = checklist;
  }

  /** What a unit costs: above zero, not absurd, in a currency there is. */
  Money price(String field, PriceInput given) {
    if (given == null || given.minor() == null) {
      checklist.reject(
          field, "is missing: give {\"minor\": 1234, \"currency\": \"EUR\"} for 12.34 euros", null);
      return null;
    }
    if (given.minor() < 1 || given.minor() > HIGHEST_PRICE) {
      checklist.reject(field + ".minor", "must be between 1 and " + HIGHEST_PRICE, given.minor());
    }
    return money(field, given);
  }

  /** What shipping a unit costs: zero or more, in the currency of the price; null if left out. */
  Money fee(String field, PriceInput given, PriceInput price) {
    if (given == null || given.minor() == null) {
      return null;
    }
    if (given.minor() < 0 || given.minor() > HIGHEST_PRICE) {
      checklist.reject(field + ".minor", "must be between 0 and " + HIGHEST_PRICE, given.minor());
    }
    if (price != null && given.currency() != null && !given.currency().equals(price.currency())) {
      checklist.reject(field + ".currency", "must be the currency of the price", given.currency());
    }
    return money(field, given);
  }

  /** Units on hand; null where they are not counted. */
  Integer stock(String field, Integer given) {
    return given == null ? null : Integer.valueOf(checklist.number(field, given, 0, MOST_STOCK, 0));
  }

  /** The sum of what lies at places is theirs: it may be larger than what one of them holds. */
  Integer sum(String field, Integer given) {
    return given == null ? null : Integer.valueOf(checklist.number(field, given, 0, MOST_SUM, 0));
  }

  /** How many units lie where, by code; null where it is not told. */
  Map<String, Integer> places(String field, Map<String, Integer> given) {
    if (given == null || given.isEmpty()) {
      return null;
    }
    Map<String, Integer> checked = new LinkedHashMap<>();
    given.forEach(
        (code, units) -> {
          String path = field + "." + code;
          if (units == null) {
            checklist.reject(path, "is missing: give the number of units", null);
          }
          checked.put(code, checklist.number(path, units, 0, MOST_STOCK, 0));
        });
    return checked;
  }

  private Money money(String field, PriceInput given) {
    if (given.currency() != null) {
      try {
        return Money.of(given.minor(), CurrencyCode.of(given.currency()));
      } catch (IllegalArgumentException unknown) {
        // told below, as if it were missing
      }
    }
    checklist.reject(field + ".currency", "must be an ISO 4217 code such as EUR", given.currency());
    return null;
  }
}
