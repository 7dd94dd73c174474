package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * An offer in its vendor's list.
 *
 * @param reviewNote what a moderator last said, or null
 * @param changeWaits true if an edit of it waits for a moderator
 */
public record ShelfRow(
    UUID listingId,
    String slug,
    Texts title,
    ListingStatus status,
    String reviewNote,
    boolean changeWaits,
    String imageMedia,
    OfferView offer,
    Instant updatedAt) {}
