package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;

/** A draft in a list. */
public record DraftLine(UUID id, UUID listingId, String title, Instant updatedAt) {}
