package org.halles.marketplace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Which business day an instant belongs to: days change at midnight in {@code HALLES_ZONE}. */
public final class BusinessCalendar {

  private static final ZoneId ZONE =
      ZoneId.of(Optional.ofNullable(System.getenv("HALLES_ZONE")).orElse("Europe/Paris"));

  private BusinessCalendar() {}

  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The platform's time zone. */
  public static ZoneId zone() {
    return ZONE;
  }
}
