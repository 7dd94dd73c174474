package org.halles.marketplace.request;

import java.time.Instant;
import java.util.UUID;

/**
 * What buyer and vendor asked each other before they agreed.
 *
 * @param vendorId with whom
 * @param body as plain text; card numbers in it are masked
 */
public record RequestMessage(UUID id, UUID vendorId, Author author, String body, Instant at) {

  /** Who wrote it. */
  public enum Author {
    BUYER,
    VENDOR
  }
}
