package org.halles.marketplace.moderation;

import java.time.Instant;
import java.util.UUID;

/**
 * A word about a listing.
 *
 * @param author who wrote it
 * @param toVendor true if its vendor reads it, false if only operators do
 */
public record NoteView(UUID id, String author, Instant at, String text, boolean toVendor) {}
