package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * Something waits for a moderator from now on; told within the vendor's transaction.
 *
 * @param changeId the edit of a listing on sale, or null if it is a listing that was not on sale
 */
public record ListingHandedIn(UUID listingId, UUID vendorId, UUID changeId, Instant at) {}
