package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One vendor's part of a purchase.
 *
 * @param totals the buyer fee in it is always zero: it belongs to the platform
 * @param shippingLabel the buyer's choice, or null if nothing is shipped
 * @param minDays least days until delivery, or null
 * @param maxDays most days until delivery, or null
 * @param acceptBy until when the vendor may refuse it, or null
 * @param untaken true if it ended before its money was taken: it costs nothing
 * @param timeline what happened to this part and to the whole, oldest first
 */
public record VendorOrderView(
    UUID id,
    String number,
    VendorRef vendor,
    VendorOrderStatus status,
    List<OrderLineView> lines,
    Totals totals,
    String shippingLabel,
    Integer minDays,
    Integer maxDays,
    Instant placedAt,
    Instant acceptBy,
    Instant shippedAt,
    Instant deliveredAt,
    boolean untaken,
    List<ShipmentView> shipments,
    List<TimelineEvent> timeline) {

  public VendorOrderView {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
    timeline = List.copyOf(timeline);
  }

  /** A part that stands. */
  public VendorOrderView(
      UUID id,
      String number,
      VendorRef vendor,
      VendorOrderStatus status,
      List<OrderLineView> lines,
      Totals totals,
      String shippingLabel,
      Integer minDays,
      Integer maxDays,
      Instant placedAt,
      Instant acceptBy,
      Instant shippedAt,
      Instant deliveredAt,
      List<ShipmentView> shipments,
      List<TimelineEvent> timeline) {
    this(
        id,
        number,
        vendor,
        status,
        lines,
        totals,
        shippingLabel,
        minDays,
        maxDays,
        placedAt,
        acceptBy,
        shippedAt,
        deliveredAt,
        false,
        shipments,
        timeline);
  }
}
