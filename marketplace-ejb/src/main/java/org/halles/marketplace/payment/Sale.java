package org.halles.marketplace.payment;

import java.util.Set;
import java.util.UUID;
import org.halles.spi.CurrencyCode;

/**
 * What is to be paid, as far as it decides who may take the money.
 *
 * @param country of the delivery, ISO 3166-1 alpha-2; null while the buyer has not said
 * @param vendors whose things are in the cart
 */
public record Sale(CurrencyCode currency, String country, Set<UUID> vendors) {

  public Sale {
    vendors = Set.copyOf(vendors);
  }
}
