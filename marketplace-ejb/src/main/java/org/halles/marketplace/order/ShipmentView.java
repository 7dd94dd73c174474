package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A parcel.
 *
 * @param trackingUrl where it can be followed, or null
 * @param deliveredAt null while it is on its way
 */
public record ShipmentView(
    UUID id,
    String carrier,
    String trackingCode,
    String trackingUrl,
    Instant shippedAt,
    Instant deliveredAt,
    List<Part> lines) {

  public ShipmentView {
    lines = List.copyOf(lines);
  }

  ShipmentView(
      UUID id,
      String carrier,
      String trackingCode,
      Instant shippedAt,
      Instant deliveredAt,
      List<Part> lines) {
    this(
        id,
        carrier,
        trackingCode,
        Carriers.tracking(carrier, trackingCode).orElse(null),
        shippedAt,
        deliveredAt,
        lines);
  }

  /** So many of a line. */
  public record Part(UUID line, int quantity) {}
}
