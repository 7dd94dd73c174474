package org.halles.marketplace.affiliate;

import org.halles.spi.Money;

/**
 * An affiliate's money in one currency.
 *
 * @param pending waits until the goods may not come back any more
 * @param available is paid with the next run
 * @param owed went back after it was paid; the next sales pay it
 */
public record AffiliateBalance(Money pending, Money available, Money owed) {}
