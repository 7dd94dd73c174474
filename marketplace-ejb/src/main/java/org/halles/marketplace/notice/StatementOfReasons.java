package org.halles.marketplace.notice;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * What was decided and why, as Art. 17 asks.
 *
 * @param vendorId whom it restricts; null for a request, whose buyer it restricts
 * @param listingId the listing it is about, or null for a whole storefront and for a request
 * @param requestId what a buyer asked for, or null
 * @param title of the listing or the request, or null for a whole storefront
 * @param facts the facts and circumstances relied on, also whether it follows a notice
 * @param groundReference the law or the clause of the terms, and why it applies
 * @param automated true if it was found by automated means; a person decided all the same
 * @param fromNotice true if somebody reported it, false if it was found in moderation
 * @param complainUntil until when whom it restricts and the notifier may complain
 * @param decidedBy who decided, or null; never told to vendor or notifier
 * @param complaint what whoever reads this said against it, or null; also null for operators, who
 *     have the complaints apart
 */
public record StatementOfReasons(
    UUID id,
    UUID vendorId,
    UUID listingId,
    UUID requestId,
    Texts title,
    Restriction restriction,
    String facts,
    Ground ground,
    String groundReference,
    boolean automated,
    boolean fromNotice,
    UUID decidedBy,
    Instant decidedAt,
    Instant complainUntil,
    OwnComplaint complaint) {

  /** As it is told to those it concerns: what was decided, not who did. */
  public StatementOfReasons told() {
    return new StatementOfReasons(
        id,
        vendorId,
        listingId,
        requestId,
        title,
        restriction,
        facts,
        ground,
        groundReference,
        automated,
        fromNotice,
        null,
        decidedAt,
        complainUntil,
        complaint);
  }

  StatementOfReasons with(OwnComplaint own) {
    return new StatementOfReasons(
        id,
        vendorId,
        listingId,
        requestId,
        title,
        restriction,
        facts,
        ground,
        groundReference,
        automated,
        fromNotice,
        decidedBy,
        decidedAt,
        complainUntil,
        own);
  }
}
