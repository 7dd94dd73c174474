package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An edit of a listing on sale that buyers do not see yet.
 *
 * @param note what a moderator last said about it, or null
 * @param fields which fields differ, such as {@code title} and {@code images}
 * @param before the listing as buyers see it
 * @param after the listing as its vendor wants it
 */
public record ChangeView(
    UUID id,
    UUID listingId,
    ChangeStatus status,
    String note,
    List<String> fields,
    ListingInput before,
    ListingInput after,
    Instant submittedAt,
    Instant decidedAt) {}
