package org.halles.marketplace.hold;

import java.time.Instant;
import java.time.LocalDate;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * How long a vendor's money waits.
 *
 * @param days after delivery; 0: it is available at once
 * @param longestDays after everything left, although nobody said that it arrived; null: it waits
 *     for the delivery
 * @param reserveBasisPoints hundredths of a percent of each release that are kept back
 * @param reserveDays for how long they are
 */
public record HoldTerms(int days, Integer longestDays, int reserveBasisPoints, int reserveDays) {

  /** When what is delivered now becomes available: as its day begins, so that it has a date. */
  Instant afterDelivery(Instant now) {
    return days == 0 ? now : startOf(BusinessCalendar.dayOf(now).plusDays(days));
  }

  /** When what left now becomes available at the latest; null if no day is set. */
  Instant afterLeaving(Instant now) {
    return longestDays == null ? null : startOf(BusinessCalendar.dayOf(now).plusDays(longestDays));
  }

  /** When what is kept back now is given. */
  Instant afterRelease(Instant now) {
    return startOf(BusinessCalendar.dayOf(now).plusDays(reserveDays));
  }

  /** What of a release is kept back, rounded once. */
  Money reserveOf(Money released) {
    return released.times(Rate.basisPoints(reserveBasisPoints)).min(released);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(BusinessCalendar.zone()).toInstant();
  }
}
