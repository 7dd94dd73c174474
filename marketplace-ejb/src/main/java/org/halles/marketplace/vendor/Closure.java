package org.halles.marketplace.vendor;

import java.time.LocalDate;
import org.halles.marketplace.shared.Texts;

/**
 * Days on which a vendor sells nothing, such as holidays. What was bought before goes on.
 *
 * @param from the first day, in the market's time zone
 * @param to the last day, or null until further notice
 * @param note what buyers read; may be empty
 */
public record Closure(LocalDate from, LocalDate to, Texts note) {

  /** True if nothing is sold on this day. */
  public boolean isOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /** The day on which it sells again, or null if that is not known. */
  public LocalDate reopens() {
    return to == null ? null : to.plusDays(1);
  }
}
