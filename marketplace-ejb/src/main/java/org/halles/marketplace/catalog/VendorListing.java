package org.halles.marketplace.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A listing as its vendor and the moderators see it.
 *
 * @param reviewNote what a moderator last said, or null
 * @param liveAt when buyers first saw it, or null if they never did
 * @param change the edit that buyers do not see yet, or null
 * @param version for {@code If-Match}
 */
public record VendorListing(
    UUID id,
    UUID vendorId,
    String slug,
    ListingKind kind,
    ListingStatus status,
    String reviewNote,
    Texts title,
    Texts description,
    UUID categoryId,
    Map<String, String> attributes,
    List<OfferView> variants,
    List<ImageView> images,
    Instant submittedAt,
    Instant liveAt,
    Instant updatedAt,
    ChangeView change,
    int version) {}
