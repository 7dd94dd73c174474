package org.halles.marketplace.order;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * One operation at a gateway for a purchase.
 *
 * @param id the transaction's id, its idempotency key at the gateway
 * @param kind {@code CHARGE}, {@code AUTHORISE}, {@code CAPTURE}, {@code VOID} or {@code REFUND}
 * @param status a state of money's section 7
 * @param reference the gateway's own id, or null
 * @param failureCode such as {@code card-declined}, or null
 */
public record PaymentView(
    UUID id,
    String kind,
    String gateway,
    Money amount,
    String status,
    String reference,
    String failureCode,
    Instant createdAt,
    Instant settledAt) {}
