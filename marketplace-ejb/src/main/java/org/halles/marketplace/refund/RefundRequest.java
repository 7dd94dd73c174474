package org.halles.marketplace.refund;

import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What somebody wants to give back.
 *
 * @param lines these units, at what the buyer paid for them
 * @param shipping true to give back what is left of the shipping as well
 * @param amount instead of lines: so much, spread over everything the buyer paid for
 * @param reason for the buyer to read
 */
public record RefundRequest(List<Part> lines, boolean shipping, Money amount, String reason) {

  public RefundRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** So many units of a line; null: all that can still be given back. */
  public record Part(UUID line, Integer quantity) {}

  /** Everything that is left, as when an order is cancelled. */
  static RefundRequest of(List<Part> lines, boolean shipping, String reason) {
    return new RefundRequest(lines, shipping, null, reason);
  }
}
