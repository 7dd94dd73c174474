package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A listing that is being typed.
 *
 * @param listingId the listing it will change, or null for a new one
 * @param version rises each time it is saved
 */
public record DraftView(
    UUID id, UUID listingId, DraftContent content, Instant updatedAt, int version) {}
