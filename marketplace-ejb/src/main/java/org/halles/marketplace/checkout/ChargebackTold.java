package org.halles.marketplace.checkout;

import org.halles.spi.PaymentGateway.Chargeback;

/**
 * A gateway was asked how a chargeback stands; told within the transaction that remembers why it
 * was asked.
 */
public record ChargebackTold(String gateway, Chargeback chargeback) {}
