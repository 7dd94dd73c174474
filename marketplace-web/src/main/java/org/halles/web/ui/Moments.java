package org.halles.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Days and hours as the people of a locale write them, in the market's time zone. */
public final class Moments {

  /** The zone of the market's business days. */
  static final ZoneId ZONE =
      ZoneId.of(Optional.ofNullable(System.getenv("HALLES_ZONE")).orElse("Europe/Paris"));

  private Moments() {}

  /** Such as {@code 22 novembre 2026}. */
  public static String day(Temporal moment, Locale locale) {
    return at(moment)
        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  /** Such as {@code octobre 2026}. */
  public static String month(YearMonth month, Locale locale) {
    return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", locale));
  }

  /** A month such as {@code AUGUST} by the name people give it; anything else as it is. */
  public static String named(String text, Locale locale) {
    return Arrays.stream(Month.values())
        .filter(month -> month.name().equals(text))
        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
        .findFirst()
        .orElse(text);
  }

  /** Such as {@code 22 nov. 2026}, for tables. */
  public static String shortDay(Temporal moment, Locale locale) {
    return at(moment)
        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
  }

  /** Such as {@code 22 nov. 2026, 14:05}. */
  public static String time(Temporal moment, Locale locale) {
    return shortDay(moment, locale)
        + ", "
        + at(moment).format(DateTimeFormatter.ofPattern("HH:mm", locale));
  }

  /** Such as {@code mardi 24 novembre}: a day people wait for. */
  public static String weekday(Temporal moment, Locale locale) {
    return at(moment).format(DateTimeFormatter.ofPattern("EEEE d MMMM", locale));
  }

  /** For the {@code datetime} attribute of {@code <time>}. */
  public static String machine(Temporal moment) {
    return moment.toString();
  }

  private static ZonedDateTime at(Temporal moment) {
    if (moment instanceof Instant instant) {
      return instant.atZone(ZONE);
    }
    if (moment instanceof OffsetDateTime offset) {
      return offset.atZoneSameInstant(ZONE);
    }
    if (moment instanceof LocalDate date) {
      return date.atStartOfDay(ZONE);
    }
    return ZonedDateTime.from(moment);
  }
}
