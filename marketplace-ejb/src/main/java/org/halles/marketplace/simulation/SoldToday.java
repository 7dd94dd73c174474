package org.halles.marketplace.simulation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.VendorFacts.SalesPeriod;

/**
 * What vendors had sold on a day before each of its orders: a rule that steps by sales must see of
 * a day what was sold before, not all of it.
 */
final class SoldToday {

  private record Seller(UUID vendor, CurrencyCode currency) {}

  private final Map<Seller, Money> sold = new HashMap<>();
  private LocalDate day;

  /** The vendor's sales when this order was placed; the order counts from the next one on. */
  Map<SalesPeriod, Money> with(PastOrderRow order, Map<SalesPeriod, Money> atTheBeginning) {
    LocalDate today = BusinessCalendar.dayOf(order.placedAt());
    if (!today.equals(day)) {
      sold.clear();
      day = today;
    }
    Seller seller = new Seller(order.seller().id(), order.total().currency());
    Money before = sold.get(seller);
    sold.merge(seller, order.total(), Money::plus);
    if (before == null) {
      return atTheBeginning;
    }
    Map<SalesPeriod, Money> periods = new EnumMap<>(SalesPeriod.class);
    periods.putAll(atTheBeginning);
    for (SalesPeriod period : SalesPeriod.values()) {
      if (period != SalesPeriod.LAST_MONTH) {
        periods.merge(period, before, Money::plus);
      }
    }
    return periods;
  }
}
