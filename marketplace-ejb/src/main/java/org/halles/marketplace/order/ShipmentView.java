package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A parcel.
 *
 * @param deliveredAt null while it is on its way
 */
public record ShipmentView(
    UUID id,
    String carrier,
    String trackingCode,
    Instant shippedAt,
    Instant deliveredAt,
    List<Part> lines) {

  public ShipmentView {
    lines = List.copyOf(lines);
  }

  /** So many of a line. */
  public record Part(UUID line, int quantity) {}
}
