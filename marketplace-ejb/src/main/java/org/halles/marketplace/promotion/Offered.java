package org.halles.marketplace.promotion;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * A promotion as a cart meets it.
 *
 * @param vendorId whose it is, or null for the operator's
 * @param code that brings it, or null if it needs none
 * @param basisPoints hundredths of a percent that it takes off, or null
 * @param amountMinor what it takes off the whole, or null
 * @param minimumMinor from which sum of its goods on, or null
 * @param currency of the amount and the minimum, or null if there is neither
 * @param platformBasisPoints the platform's share of what it costs
 * @param targets vendors' ids, categories' slugs or listings' ids, as the target says
 * @param members the vendors that agreed to pay a part, or null if none has to
 * @param obstacle why it is not to be had now, or null
 */
public record Offered(
    UUID id,
    int version,
    UUID vendorId,
    String code,
    Texts title,
    Integer basisPoints,
    Long amountMinor,
    Long minimumMinor,
    CurrencyCode currency,
    int platformBasisPoints,
    Target target,
    List<String> targets,
    boolean stackable,
    List<UUID> members,
    String obstacle) {

  public Offered {
    targets = List.copyOf(targets);
    members = members == null ? null : List.copyOf(members);
  }

  boolean isIn(CurrencyCode other) {
    return currency == null || currency.equals(other);
  }

  boolean covers(Discounts.Item item) {
    return (vendorId == null || vendorId.equals(item.vendorId()))
        && (members == null || members.contains(item.vendorId()))
        && switch (target) {
          case ALL -> true;
          case VENDOR -> targets.contains(item.vendorId().toString());
          case CATEGORY -> item.categoryPath().stream().anyMatch(targets::contains);
          case LISTING -> targets.contains(item.listingId().toString());
        };
  }

  /** What of the sum is missing to the minimum; zero or less if nothing is. */
  Money missing(Money sum) {
    return Money.of(minimumMinor == null ? 0 : minimumMinor, sum.currency()).minus(sum);
  }

  /** True if its vendor gives everything it covers away. */
  boolean isGift() {
    return basisPoints != null && basisPoints == 10_000 && platformBasisPoints == 0;
  }

  /** The platform's part of an amount, rounded once; the vendor bears the rest. */
  Money platformPart(Money amount) {
    return amount.times(Rate.basisPoints(platformBasisPoints)).min(amount);
  }
}
