package org.halles.marketplace.ledger;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * One posting with what a reader needs of its entry.
 *
 * @param orderGroupId what it is about, or null
 * @param vendorOrderId what it is about, or null
 */
public record PostingView(
    long id,
    long entry,
    String template,
    String sourceType,
    String sourceId,
    Instant at,
    String address,
    Side side,
    Money amount,
    UUID orderGroupId,
    UUID vendorOrderId) {}
