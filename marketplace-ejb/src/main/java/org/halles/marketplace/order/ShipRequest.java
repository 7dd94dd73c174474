package org.halles.marketplace.order;

import java.util.List;
import java.util.UUID;

/**
 * A parcel that leaves.
 *
 * @param lines what is in it; empty: everything not yet shipped
 * @param carrier who takes it
 * @param trackingCode the carrier's number; blank if there is none
 */
public record ShipRequest(List<Part> lines, String carrier, String trackingCode) {

  public ShipRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** So many of a line; null: all that is left of it. */
  public record Part(UUID line, Integer quantity) {}
}
