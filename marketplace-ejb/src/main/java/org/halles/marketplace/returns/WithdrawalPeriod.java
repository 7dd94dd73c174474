package org.halles.marketplace.returns;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.halles.marketplace.shared.BusinessCalendar;

/**
 * Fourteen days, the day they count from not among them. A period that would end on a Saturday, a
 * Sunday or a public holiday ends with the next working day (Regulation 1182/71, Article 3(4));
 * holidays are those of France, where the market is at home.
 */
final class WithdrawalPeriod {

  static final int DAYS = 14;

  private static final Set<MonthDay> HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  private WithdrawalPeriod() {}

  /** Its last day. */
  static LocalDate lastDay(LocalDate from) {
    LocalDate day = from.plusDays(DAYS);
    while (isFree(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The moment from which it is too late. */
  static Instant end(Instant from) {
    return lastDay(BusinessCalendar.dayOf(from))
        .plusDays(1)
        .atStartOfDay(BusinessCalendar.zone())
        .toInstant();
  }

  private static boolean isFree(LocalDate day) {
    LocalDate easter = easterOf(day.getYear());
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || HOLIDAYS.contains(MonthDay.from(day))
        || day.equals(easter.plusDays(1))
        || day.equals(easter.plusDays(39))
        || day.equals(easter.plusDays(50));
  }

  /** Easter Sunday after the Gregorian computus. */
  static LocalDate easterOf(int year) {
    int golden = year % 19;
    int century = year / 100;
    int moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
    int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    int sunday = full - weekday;
    int month = 3 + (sunday + 40) / 44;
    return LocalDate.of(year, month, sunday + 28 - 31 * (month / 4));
  }
}
