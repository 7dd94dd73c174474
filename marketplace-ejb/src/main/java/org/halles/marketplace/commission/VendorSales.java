package org.halles.marketplace.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;
import org.halles.marketplace.shared.DomainEvent.VendorPart;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.VendorFacts.SalesPeriod;

/** What each vendor sold, by business day; the fact that tiered rules rest on. */
@ApplicationScoped
public class VendorSales {

  private static final String SUMS =
      """
      select vendor_id,
        sum(amount_minor) filter (where day >= ?) as this_month,
        sum(amount_minor) filter (where day >= ? and day < ?) as last_month,
        sum(amount_minor) filter (where day >= ?) as this_year,
        sum(amount_minor) filter (where day > ?) as last_365_days
      from vendor_sales
      where vendor_id = any(?) and currency = ? and day >= ? and day <= ?
      group by vendor_id
      """;

  /** Counts each sale once, however often the event is delivered; vendors in one order always. */
  private static final String COUNT =
      """
      with given as (
        select * from unnest(?::uuid[], ?::uuid[], ?::bigint[]) as given (source, vendor, amount)
      ), fresh as (
        insert into vendor_sales_source select source from given
        on conflict do nothing returning source_id
      )
      insert into vendor_sales (vendor_id, currency, day, amount_minor)
      select given.vendor, ?, ?, sum(given.amount)
        from given join fresh on fresh.source_id = given.source
       group by given.vendor order by given.vendor
      on conflict (vendor_id, currency, day)
        do update set amount_minor = vendor_sales.amount_minor + excluded.amount_minor
      """;

  private record Sums(UUID vendorId, Map<SalesPeriod, Money> byPeriod) {}

  private final Database database;

  @Inject
  VendorSales(Database database) {
    this.database = database;
  }

  protected VendorSales() {
    this(null);
  }

  /** The vendors' sales by period as of this day; a vendor without sales is absent. */
  public Map<UUID, Map<SalesPeriod, Money>> of(
      Collection<UUID> vendorIds, CurrencyCode currency, LocalDate today) {
    return upTo(today, vendorIds, currency, today);
  }

  /** The same as it was when this day began. */
  public Map<UUID, Map<SalesPeriod, Money>> atTheBeginningOf(
      LocalDate today, Collection<UUID> vendorIds, CurrencyCode currency) {
    return upTo(today.minusDays(1), vendorIds, currency, today);
  }

  private Map<UUID, Map<SalesPeriod, Money>> upTo(
      LocalDate last, Collection<UUID> vendorIds, CurrencyCode currency, LocalDate today) {
    Map<UUID, Map<SalesPeriod, Money>> sales = new HashMap<>();
    if (vendorIds.isEmpty()) {
      return sales;
    }
    LocalDate month = today.withDayOfMonth(1);
    LocalDate year = today.withDayOfYear(1);
    LocalDate yearAgo = today.minusDays(365);
    LocalDate earliest = month.minusMonths(1).isBefore(yearAgo) ? month.minusMonths(1) : yearAgo;
    database
        .list(
            SUMS,
            row -> {
              Map<SalesPeriod, Money> byPeriod = new EnumMap<>(SalesPeriod.class);
              for (SalesPeriod period : SalesPeriod.values()) {
                Long minor = row.wholeOrNull(period.name().toLowerCase(Locale.ROOT));
                if (minor != null) {
                  byPeriod.put(period, Money.of(minor, currency));
                }
              }
              return new Sums(row.uuid("vendor_id"), byPeriod);
            },
            month,
            month.minusMonths(1),
            month,
            year,
            yearAgo,
            vendorIds.toArray(UUID[]::new),
            currency.value(),
            earliest.isBefore(year) ? earliest : year,
            last)
        .forEach(sums -> sales.put(sums.vendorId(), sums.byPeriod()));
    return sales;
  }

  /** A paid order counts for each of its vendors on the business day it was paid. */
  void on(@Observes OrderPaid paid) {
    database.update(
        COUNT,
        paid.parts().stream().map(VendorPart::vendorOrderId).toArray(UUID[]::new),
        paid.parts().stream().map(VendorPart::vendorId).toArray(UUID[]::new),
        paid.parts().stream().map(part -> part.total().minor()).toArray(Long[]::new),
        paid.total().currency().value(),
        BusinessCalendar.dayOf(paid.at()));
  }
}
