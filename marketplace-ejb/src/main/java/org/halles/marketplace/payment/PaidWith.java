package org.halles.marketplace.payment;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.Money;

/**
 * A payment of a purchase, and what of it has not gone back yet.
 *
 * @param charge what took the money, locked
 * @param left zero or more
 */
public record PaidWith(PaymentTransaction charge, Money left) {

  /** True if it is money that a gateway took, not our own credit. */
  public boolean isMoney() {
    return !charge.gateway().equals(Transactions.STORE_CREDIT);
  }

  /**
   * Divides an amount that goes back: first what a gateway took, as long as something of it is
   * left, then credit. Pure.
   *
   * @param payments in the order in which money goes back
   */
  public static List<PaidWith> back(Money amount, List<PaidWith> payments) {
    Money open = amount;
    List<PaidWith> portions = new ArrayList<>();
    for (PaidWith payment : payments) {
      Money portion = payment.left().min(open);
      if (portion.isPositive()) {
        portions.add(new PaidWith(payment.charge(), portion));
        open = open.minus(portion);
      }
    }
    if (open.isPositive()) {
      throw new IllegalStateException(amount + " cannot go back: the payments lack " + open);
    }
    return portions;
  }
}
