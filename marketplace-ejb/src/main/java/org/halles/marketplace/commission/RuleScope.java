package org.halles.marketplace.commission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;

/**
 * Which sales a rule is for; what is null does not narrow it.
 *
 * @param vendorId sales of this vendor
 * @param category sales in this category or below it, by slug
 * @param listingId sales of this listing
 * @param priceFrom unit prices from this one on
 * @param priceTo unit prices below this one
 * @param validFrom sales from this instant on
 * @param validTo sales before this instant
 */
public record RuleScope(
    UUID vendorId,
    String category,
    UUID listingId,
    Money priceFrom,
    Money priceTo,
    Instant validFrom,
    Instant validTo) {

  /** Every sale. */
  public static final RuleScope EVERYTHING =
      new RuleScope(null, null, null, null, null, null, null);

  boolean matches(SaleFacts sale) {
    return (vendorId == null || vendorId.toString().equals(sale.vendor().id()))
        && (category == null || sale.isIn(category))
        && (listingId == null || listingId.toString().equals(sale.listingId()))
        && inBand(sale.unitPrice())
        && (validFrom == null || !sale.at().isBefore(validFrom))
        && (validTo == null || sale.at().isBefore(validTo));
  }

  private boolean inBand(Money price) {
    if (priceFrom == null && priceTo == null) {
      return true;
    }
    Money bound = priceFrom == null ? priceTo : priceFrom;
    return bound.currency().equals(price.currency())
        && (priceFrom == null || price.compareTo(priceFrom) >= 0)
        && (priceTo == null || price.compareTo(priceTo) < 0);
  }

  /**
   * True if every sale in the other scope is in this one too.
   *
   * @param otherCategoryPath slugs from the root to the other scope's category; empty for none
   */
  boolean covers(RuleScope other, List<String> otherCategoryPath) {
    return (vendorId == null || vendorId.equals(other.vendorId))
        && (category == null || otherCategoryPath.contains(category))
        && (listingId == null || listingId.equals(other.listingId))
        && coversBand(other)
        && (validFrom == null || other.validFrom != null && !other.validFrom.isBefore(validFrom))
        && (validTo == null || other.validTo != null && !other.validTo.isAfter(validTo));
  }

  private boolean coversBand(RuleScope other) {
    if (priceFrom == null && priceTo == null) {
      return true;
    }
    Money mine = priceFrom == null ? priceTo : priceFrom;
    Money others = other.priceFrom == null ? other.priceTo : other.priceFrom;
    return others != null
        && mine.currency().equals(others.currency())
        && (priceFrom == null
            || other.priceFrom != null && other.priceFrom.compareTo(priceFrom) >= 0)
        && (priceTo == null || other.priceTo != null && other.priceTo.compareTo(priceTo) <= 0);
  }
}
