package org.halles.marketplace.checkout;

import java.time.Instant;
import org.halles.marketplace.payment.PaymentTransaction;

/**
 * A gateway decided about money that was to go back; told within the settling transaction.
 *
 * @param refund as it was before
 * @param succeeded false if the gateway refused it for good
 */
public record RefundSettled(PaymentTransaction refund, boolean succeeded, Instant at) {}
