package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A moderator's decision that is to be undone.
 *
 * @param changeId the change it was about, or null if it was about the listing
 * @param before where the listing stood
 * @param after where the decision led it
 * @param decidedAt when
 */
public record ReviewUndo(
    UUID listingId, UUID changeId, ListingStatus before, ListingStatus after, Instant decidedAt) {}
