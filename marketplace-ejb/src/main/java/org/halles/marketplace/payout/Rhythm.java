package org.halles.marketplace.payout;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** How often a vendor is paid. */
public enum Rhythm {
  /** Every business day. */
  DAILY,
  /** On Mondays. */
  WEEKLY,
  /** On the first of the month. */
  MONTHLY,
  /** Only after the vendor asked. */
  ON_REQUEST;

  /** Whether a vendor with this rhythm is paid on this day. */
  public boolean isDueOn(LocalDate day) {
    return switch (this) {
      case DAILY ->
          day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
      case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
      case MONTHLY -> day.getDayOfMonth() == 1;
      case ON_REQUEST -> false;
    };
  }
}
