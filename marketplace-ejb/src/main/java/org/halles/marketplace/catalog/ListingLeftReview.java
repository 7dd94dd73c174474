package org.halles.marketplace.catalog;

import java.util.UUID;

/**
 * What waited for a moderator waits no more, without a moderator's word: it was put away, taken
 * back or replaced. Told within the vendor's transaction.
 */
public record ListingLeftReview(UUID listingId) {}
