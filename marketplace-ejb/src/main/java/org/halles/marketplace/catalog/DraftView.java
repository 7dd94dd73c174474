package org.halles.marketplace.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Json;

/**
 * A listing that is being typed.
 *
 * @param listingId the listing it will change, or null for a new one
 * @param version rises each time it is saved
 */
public record DraftView(
    UUID id, UUID listingId, DraftContent content, Instant updatedAt, int version) {

  /** A mark of what is typed, whatever the pictures: another one once somebody typed. */
  public String mark() {
    String typed = Json.write(content.with(List.of()));
    return UUID.nameUUIDFromBytes(typed.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
