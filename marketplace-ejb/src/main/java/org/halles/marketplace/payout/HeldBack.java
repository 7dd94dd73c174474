package org.halles.marketplace.payout;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * A vendor that is not paid with a run, although something is available to it.
 *
 * @param vendor its name
 * @param slug its name in addresses
 * @param amount what is available
 * @param reason {@code blocked}, {@code vendor-not-approved}, {@code affiliate-not-approved},
 *     {@code requirements-missing}, {@code below-minimum}, {@code in-debt}, {@code
 *     already-proposed}, {@code no-gateway}, {@code no-bank-account}, {@code not-due}, {@code
 *     account-changed}, {@code account-new}, {@code account-unconfirmed} (of a fund) or {@code
 *     balance-fell}
 * @param detail the blocker's words, the minimum, the other run; empty if the reason says it all
 * @param vendorId null for affiliates and funds, and in runs of before it was written down
 */
public record HeldBack(
    String vendor, String slug, Money amount, String reason, String detail, UUID vendorId) {}
