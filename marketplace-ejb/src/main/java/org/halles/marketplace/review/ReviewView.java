package org.halles.marketplace.review;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A review as people read it.
 *
 * @param title of the listing when it was bought
 * @param author as it is signed, such as {@code Léa M.}
 * @param text what the buyer says, or null for stars alone
 * @param editedAt when it was last changed, or null
 * @param answer of the vendor, or null
 * @param answeredAt when, or null
 * @param hidden true if an operator hides it; its buyer, its vendor and operators still see it
 * @param hiddenReason why, or null
 */
public record ReviewView(
    UUID id,
    UUID listingId,
    String listingSlug,
    Texts title,
    String vendor,
    int stars,
    String author,
    String text,
    Instant writtenAt,
    Instant editedAt,
    String answer,
    Instant answeredAt,
    boolean hidden,
    String hiddenReason) {}
