package org.halles.marketplace.order;

import java.time.Instant;
import java.util.stream.Stream;
import org.halles.spi.Money;

/**
 * Something that was taken from a vendor's money after a sale, and from where.
 *
 * @param kind template of the entry, such as {@code refund}; {@code debt-offset} pays what was owed
 *     before
 * @param order number of the vendor's order it is about, or null
 * @param pending taken from what is held
 * @param available taken from what could be paid out
 * @param reserve taken from what is kept for returns
 * @param owed what none of these had: a debt since then; below zero where a debt was paid
 */
public record Deduction(
    Instant at,
    String kind,
    String order,
    Money pending,
    Money available,
    Money reserve,
    Money owed) {

  /** All of it, a debt that it left included. */
  public Money amount() {
    return Money.sum(
        owed.currency(),
        Stream.of(pending, available, reserve, owed).filter(Money::isPositive).toList());
  }
}
