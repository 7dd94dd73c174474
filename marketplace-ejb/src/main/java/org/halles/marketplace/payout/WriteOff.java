package org.halles.marketplace.payout;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A debt that nobody expects to be paid, or a part of it.
 *
 * @param kind {@code VENDOR} or {@code AFFILIATE}
 * @param reason why, for whoever reads the book
 * @param status {@code PROPOSED}, {@code POSTED} or {@code REJECTED}
 * @param proposedBy the account, which cannot agree itself
 * @param proposer its e-mail address, or null if it is gone
 * @param decider whoever agreed or refused, or null
 */
public record WriteOff(
    UUID id,
    UUID party,
    String kind,
    String name,
    Money amount,
    String reason,
    String status,
    UUID proposedBy,
    String proposer,
    Instant proposedAt,
    String decider,
    Instant decidedAt) {}
