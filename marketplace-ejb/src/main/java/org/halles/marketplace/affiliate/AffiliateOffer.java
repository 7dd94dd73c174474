package org.halles.marketplace.affiliate;

import java.util.List;
import java.util.UUID;

/**
 * What somebody earns with a line because its buyer came by a link of theirs.
 *
 * @param affiliate who earns
 * @param code of the link
 * @param rates at most one of the platform and one of the vendor; they add up
 */
public record AffiliateOffer(UUID affiliate, String code, List<Rate> rates) {

  /** The column of a cart's lines; the cart is {@code c}, its buyer {@code b}. */
  public static final String COLUMN =
      """
      case when l.affiliate_id is not null
           then affiliate_offer(l.affiliate_id, v.id, k.path, b.buyer, c.email)::text end
      """;

  public AffiliateOffer {
    rates = rates == null ? List.of() : List.copyOf(rates);
  }

  /**
   * A share of the price, without its VAT and after discounts.
   *
   * @param rule which offer
   * @param version of it
   * @param basisPoints hundredths of a percent
   * @param byVendor true if the vendor pays it, false if the platform does
   */
  public record Rate(UUID rule, int version, int basisPoints, boolean byVendor) {}
}
