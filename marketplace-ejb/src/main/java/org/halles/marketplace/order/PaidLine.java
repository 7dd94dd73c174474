package org.halles.marketplace.order;

import java.util.UUID;

/**
 * Where the units of a line are.
 *
 * @param shipped how many left
 * @param cancelled how many never will
 * @param refunded how many were given back to the buyer, shipped or not
 */
public record PaidLine(
    UUID id,
    UUID vendorOrderId,
    UUID offerId,
    String sku,
    int quantity,
    int shipped,
    int cancelled,
    int refunded) {

  /** How many still have to leave. */
  public int toShip() {
    return quantity - shipped - cancelled;
  }

  /** How many the buyer can still get money back for. */
  public int refundable() {
    return quantity - refunded;
  }
}
