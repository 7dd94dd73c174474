package org.halles.marketplace.cash;

import java.util.Set;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What is to be paid, as far as it decides whether it may be paid in cash.
 *
 * @param amount all of it
 * @param country of the delivery, ISO 3166-1 alpha-2; null while the buyer has not said
 * @param vendors whose things are in it
 * @param goods true if all of it is shipped
 * @param credit true if gift cards or store credit pay a part of it
 */
public record CashSale(
    Money amount, String country, Set<UUID> vendors, boolean goods, boolean credit) {

  public CashSale {
    vendors = Set.copyOf(vendors);
  }
}
