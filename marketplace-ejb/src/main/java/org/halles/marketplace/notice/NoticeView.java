package org.halles.marketplace.notice;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/**
 * A notice as operators see it.
 *
 * @param title of the listing or the request, or null for a whole storefront
 * @param reviewId what a buyer wrote, if the notice is about that
 * @param requestId what a buyer asks for, if the notice is about that
 * @param vendor whose it is; null for a request
 * @param late true after its target time
 * @param decision what was decided, or null
 */
public record NoticeView(
    UUID id,
    String number,
    UUID listingId,
    UUID reviewId,
    UUID requestId,
    Texts title,
    VendorCard vendor,
    String location,
    NoticeCategory category,
    String explanation,
    String name,
    String email,
    boolean open,
    Instant createdAt,
    Instant dueAt,
    boolean late,
    StatementOfReasons decision) {}
