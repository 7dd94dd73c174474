package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A purchase in a list.
 *
 * @param cashAwaited true while it is to be paid in cash at the door
 */
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
    Instant placedAt,
    boolean cashAwaited) {

  public OrderGroupSummary {
    vendors = List.copyOf(vendors);
  }
}
