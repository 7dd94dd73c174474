package org.halles.marketplace.payout;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorCard;
import org.halles.spi.Money;

/**
 * Somebody's money of one run, in one currency.
 *
 * @param number what people call it
 * @param runId with which it was proposed
 * @param payee who is paid
 * @param vendor the same if it is a vendor, else null
 * @param gateway that sends it
 * @param amount above zero
 * @param accountEnding of the bank account it was proposed for; null where its gateway knows where
 *     to pay
 * @param gatewayReference the gateway's id of it, or null
 * @param failureCode why it did not arrive, or null
 * @param failureMessage the same in the gateway's words, or null
 * @param createdAt UTC
 * @param settledAt when it arrived, came back or was refused; UTC; null before
 */
public record PayoutView(
    UUID id,
    String number,
    UUID runId,
    Payee payee,
    VendorCard vendor,
    String gateway,
    Money amount,
    String accountEnding,
    PayoutStatus status,
    String gatewayReference,
    String failureCode,
    String failureMessage,
    Instant createdAt,
    Instant settledAt) {}
