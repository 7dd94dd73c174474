package org.halles.marketplace.affiliate;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who sends buyers to the marketplace for a share of what they buy.
 *
 * @param code in its links: {@code ?via=<code>}
 * @param name under which it is paid
 * @param channel where it speaks of the marketplace: an address, or words
 * @param email of its account
 * @param reason the operator's words at the last decision, or null
 * @param appliedAt UTC
 * @param decidedAt UTC; null before
 */
public record Affiliate(
    UUID id,
    String code,
    String name,
    String channel,
    String email,
    AffiliateStatus status,
    String reason,
    Instant appliedAt,
    Instant decidedAt) {

  public boolean isApproved() {
    return status == AffiliateStatus.APPROVED;
  }
}
