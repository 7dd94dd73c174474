package org.halles.marketplace.payment;

import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.cash.CashSale;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What is to be paid, as far as it decides who may take the money.
 *
 * @param total all of it
 * @param country of the delivery, ISO 3166-1 alpha-2; null while the buyer has not said
 * @param vendors whose things are in the cart
 * @param goods true if all of them are shipped
 * @param credit true if gift cards or store credit pay a part
 */
public record Sale(Money total, String country, Set<UUID> vendors, boolean goods, boolean credit) {

  public Sale {
    vendors = Set.copyOf(vendors);
  }

  public CurrencyCode currency() {
    return total.currency();
  }

  CashSale inCash() {
    return new CashSale(total, country, vendors, goods, credit);
  }
}
