package org.halles.marketplace.credit;

import java.util.List;
import java.util.Optional;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Which gift cards buyers may buy.
 *
 * @param offered whether they may buy any
 * @param months so long a card that is bought now is good
 * @param bounds what a card may be worth, one for each currency that is offered
 */
public record GiftCardTerms(boolean offered, int months, List<Bounds> bounds) {

  public GiftCardTerms {
    bounds = bounds == null ? List.of() : List.copyOf(bounds);
  }

  /**
   * What a card of one currency may be worth.
   *
   * @param most in the same currency as {@code least}, and not below it
   */
  public record Bounds(Money least, Money most) {

    boolean admit(Money amount) {
      return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
    }
  }

  Optional<Bounds> of(CurrencyCode currency) {
    return bounds.stream().filter(one -> one.least().currency().equals(currency)).findFirst();
  }
}
