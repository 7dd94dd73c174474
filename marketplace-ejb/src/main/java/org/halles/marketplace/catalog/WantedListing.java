package org.halles.marketplace.catalog;

import java.util.UUID;

/**
 * What a vendor wants of one listing.
 *
 * @param listingId which one; null for a new one
 * @param input everything it says from now on
 * @param publish true to hand a new one in at once
 */
public record WantedListing(UUID listingId, ListingInput input, boolean publish) {}
