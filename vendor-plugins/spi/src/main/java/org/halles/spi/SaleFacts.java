package org.halles.spi;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * Everything a commission rule may know about one line of a sale. Immutable and free of services.
 *
 * @param vendor who sells
 * @param listingId the listing sold; opaque
 * @param listingKind {@code goods}, {@code service}, {@code digital} or {@code request}
 * @param categoryPath category slugs from the root to the listing's own; never empty
 * @param attributes the listing's attributes, such as {@code brand}
 * @param quantity units sold, above zero
 * @param unitPrice what one unit costs the buyer
 * @param lineTotal what the buyer pays for the line after discounts, tax included, without shipping
 * @param taxIncluded the tax contained in {@code lineTotal}
 * @param shippingShare this line's part of what the buyer pays for the vendor's shipping
 * @param buyerCountry ISO 3166-1 alpha-2 of the delivery address, or of the vendor while unknown
 * @param at when the quote is made, UTC
 * @param businessDay that instant as a day and hour in the platform's time zone
 * @param discount what coupons and campaigns took off the line, whoever pays for it
 */
public record SaleFacts(
    VendorFacts vendor,
    String listingId,
    String listingKind,
    List<String> categoryPath,
    Map<String, String> attributes,
    int quantity,
    Money unitPrice,
    Money lineTotal,
    Money taxIncluded,
    Money shippingShare,
    String buyerCountry,
    Instant at,
    LocalDateTime businessDay,
    Money discount) {

  public SaleFacts {
    categoryPath = List.copyOf(categoryPath);
    attributes = Map.copyOf(attributes);
  }

  /** A sale that nothing was taken off. */
  public SaleFacts(
      VendorFacts vendor,
      String listingId,
      String listingKind,
      List<String> categoryPath,
      Map<String, String> attributes,
      int quantity,
      Money unitPrice,
      Money lineTotal,
      Money taxIncluded,
      Money shippingShare,
      String buyerCountry,
      Instant at,
      LocalDateTime businessDay) {
    this(
        vendor,
        listingId,
        listingKind,
        categoryPath,
        attributes,
        quantity,
        unitPrice,
        lineTotal,
        taxIncluded,
        shippingShare,
        buyerCountry,
        at,
        businessDay,
        Money.zero(lineTotal.currency()));
  }

  /** True on a Saturday or Sunday of the platform's time zone. */
  public boolean isWeekend() {
    return businessDay.getDayOfWeek().getValue() >= 6;
  }

  /** True if the listing is in this category or in one below it. */
  public boolean isIn(String categorySlug) {
    return categoryPath.contains(categorySlug);
  }
}
