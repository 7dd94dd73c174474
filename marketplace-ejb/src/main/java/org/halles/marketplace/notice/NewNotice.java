package org.halles.marketplace.notice;

import java.util.UUID;

/**
 * What somebody reports; Art. 16(2) names the fields.
 *
 * @param listingId what is reported, or null for a whole storefront
 * @param reviewId what a buyer wrote about the listing, or null for the listing itself
 * @param requestId what a buyer asks for, or null
 * @param vendor the storefront's slug, or null for a listing
 * @param category what is wrong, such as {@code counterfeit}
 * @param explanation why they think it is illegal
 * @param name of the notifier; may be missing for {@code child-abuse}
 * @param email of the notifier; may be missing for {@code child-abuse}
 * @param goodFaith they say that it is accurate and complete to their belief
 * @param language {@code fr} or {@code en}, for the letters
 */
public record NewNotice(
    UUID listingId,
    UUID reviewId,
    UUID requestId,
    String vendor,
    String category,
    String explanation,
    String name,
    String email,
    Boolean goodFaith,
    String language) {}
