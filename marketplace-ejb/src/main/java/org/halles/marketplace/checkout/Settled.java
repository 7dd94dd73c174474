package org.halles.marketplace.checkout;

import java.time.Instant;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.TransactionStatus;
import org.halles.spi.PaymentOutcome;

/**
 * Where a payment and its order stand after an answer of the gateway was recorded.
 *
 * @param transaction as it was before
 * @param now where it is now
 * @param order where its order is now
 * @param parts where its vendors' parts begin if it was paid just now, else null
 * @param outcome what the gateway said
 */
public record Settled(
    PaymentTransaction transaction,
    TransactionStatus now,
    OrderGroupStatus order,
    VendorOrderStatus parts,
    String orderNumber,
    PaymentOutcome outcome,
    Instant at) {}
