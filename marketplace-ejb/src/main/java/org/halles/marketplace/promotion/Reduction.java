package org.halles.marketplace.promotion;

import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What a code or a campaign does for a cart.
 *
 * @param code that was entered, or null for a campaign without one
 * @param title how its owner calls it, or null if the code is of a vendor with nothing in the cart
 * @param amount what it takes off; zero if it does not apply
 * @param reason why it does not apply: {@code ended}, {@code not-started}, {@code exhausted},
 *     {@code used}, {@code currency}, {@code no-goods}, {@code minimum} or {@code not-combinable};
 *     null if it applies
 * @param missing to the minimum, or null
 */
public record Reduction(String code, Texts title, Money amount, String reason, Money missing) {

  /** True if something is taken off. */
  public boolean applies() {
    return reason == null;
  }
}
