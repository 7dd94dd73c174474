package org.halles.marketplace.credit;

import java.time.Instant;
import org.halles.spi.Money;

/**
 * A change of what is left.
 *
 * @param kind {@code ISSUED}, {@code USED}, {@code RELEASED}, {@code RETURNED}, {@code EXPIRED},
 *     {@code REFUNDED}, {@code RESTORED}, {@code TAKEN_BACK} or {@code GIVEN_AGAIN}
 * @param amount above zero for more
 * @param balance what was left then
 * @param order number of the purchase it belongs to, or null
 * @param reason in the words of whoever gave it, or null
 */
public record CreditMovement(
    String kind, Money amount, Money balance, String order, String reason, Instant at) {}
