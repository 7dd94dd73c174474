package org.halles.spi;

import java.util.Map;

/**
 * What rules may know about a vendor.
 *
 * @param id opaque and stable
 * @param slug the vendor's name in URLs
 * @param country ISO 3166-1 alpha-2 of its seat
 * @param professional true for a trader, false for a private person
 * @param sales the vendor's captured sales, tax included and refunds deducted, in the line's
 *     currency, by period; a period without a sale is absent
 */
public record VendorFacts(
    String id, String slug, String country, boolean professional, Map<SalesPeriod, Money> sales) {

  /** A stretch of time over which sales are added up, in the platform's time zone. */
  public enum SalesPeriod {
    /** Since the first of this calendar month. */
    THIS_MONTH,
    /** The calendar month before this one. */
    LAST_MONTH,
    /** Since the first of January. */
    THIS_YEAR,
    /** The last 365 days, today included. */
    LAST_365_DAYS
  }

  public VendorFacts {
    sales = Map.copyOf(sales);
  }

  /** Sales of a period, zero if there were none. */
  public Money sales(SalesPeriod period, CurrencyCode currency) {
    return sales.getOrDefault(period, Money.zero(currency));
  }
}
