package org.halles.marketplace.payout;

import java.time.YearMonth;
import java.util.List;
import org.halles.spi.Money;

/**
 * What happened to a vendor's money in a month, in one currency: everything the marketplace holds
 * for it, whether pending, available or in reserve, less what it owes.
 *
 * @param period the month, by business days
 * @param opening what there was at its beginning
 * @param movements what changed it, by kind; each signed, added up the difference
 * @param closing what there was at its end, or is until now
 * @param complete false while the month is not over
 */
public record Statement(
    YearMonth period, Money opening, List<Movement> movements, Money closing, boolean complete) {

  /**
   * One kind of movement.
   *
   * @param kind {@code sales}, {@code commission}, {@code commission-vat}, {@code other-legs}, or
   *     the template of an entry such as {@code refund} or {@code payout-created}
   * @param amount above zero for the vendor, below against it
   */
  public record Movement(String kind, Money amount) {}
}
