package org.halles.marketplace.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A vendor's API key, without its secret.
 *
 * @param label what its owner called it
 * @param scopes what it is made for; null for everything
 * @param madeBy the address of whoever made it
 * @param lastUsedAt to within a few minutes; null if it was never used
 */
public record KeyView(
    UUID id,
    String label,
    List<String> scopes,
    String madeBy,
    Instant createdAt,
    Instant lastUsedAt) {

  public KeyView {
    scopes = scopes == null ? null : List.copyOf(scopes);
  }
}
