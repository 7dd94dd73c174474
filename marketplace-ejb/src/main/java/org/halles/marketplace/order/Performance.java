package org.halles.marketplace.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Work that was done, or a file that was sent by hand.
 *
 * @param lines of the order; none: all that needs no parcel
 * @param on the day it was done; today if null
 */
public record Performance(List<UUID> lines, LocalDate on) {

  public Performance {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
