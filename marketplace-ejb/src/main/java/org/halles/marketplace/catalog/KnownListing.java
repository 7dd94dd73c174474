package org.halles.marketplace.catalog;

import java.util.UUID;

/**
 * A listing as its vendor last wanted it: with the edit that still waits for a moderator, and with
 * today's prices and stock.
 */
public record KnownListing(UUID id, ListingStatus status, ListingInput input) {}
