package org.halles.marketplace.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is not content with a decision.
 *
 * @param byVendor true for the vendor
 * @param byBuyer true for the buyer whose request it is about; else neither: the notifier
 * @param status {@code OPEN}, {@code UPHELD} or {@code REVERSED}
 * @param about the decision
 */
public record ComplaintView(
    UUID id,
    boolean byVendor,
    boolean byBuyer,
    String text,
    String status,
    Instant createdAt,
    Instant dueAt,
    boolean late,
    String answer,
    Instant decidedAt,
    StatementOfReasons about) {}
