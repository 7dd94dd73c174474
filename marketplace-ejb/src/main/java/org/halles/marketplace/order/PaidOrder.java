package org.halles.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A paid purchase, locked for the rest of the caller's transaction.
 *
 * @param email of the buyer
 * @param language of the buyer
 */
public record PaidOrder(
    UUID id, String number, String email, String language, Money total, List<Part> parts) {

  public PaidOrder {
    parts = List.copyOf(parts);
  }

  /**
   * One vendor's part of it.
   *
   * @param acceptBy until when it may be refused, or null
   */
  public record Part(
      UUID id, UUID vendorId, String number, VendorOrderStatus status, Instant acceptBy) {}

  /** The part with this number. */
  public Optional<Part> part(String number) {
    return parts.stream().filter(part -> part.number().equals(number)).findFirst();
  }

  /** The part with this id. */
  public Part part(UUID id) {
    return parts.stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow();
  }
}
