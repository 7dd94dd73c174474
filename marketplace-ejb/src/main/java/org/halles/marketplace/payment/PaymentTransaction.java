package org.halles.marketplace.payment;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * One operation at a gateway, locked for the rest of the caller's transaction. Its id is the
 * idempotency key there.
 *
 * @param checks how often the gateway was asked what became of it
 */
public record PaymentTransaction(
    UUID id,
    UUID paymentId,
    UUID orderGroupId,
    TransactionKind kind,
    String gateway,
    Money amount,
    TransactionStatus status,
    int checks) {}
