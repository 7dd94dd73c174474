package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/** A purchase in a list. */
public record OrderGroupSummary(
    UUID id,
    String number,
    OrderGroupStatus status,
    String refundStatus,
    String buyerName,
    String email,
    String country,
    int lines,
    List<String> vendors,
    Money total,
    Instant placedAt) {

  public OrderGroupSummary {
    vendors = List.copyOf(vendors);
  }
}
