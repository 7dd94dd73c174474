package org.halles.marketplace.monitoring;

import java.time.Instant;

/**
 * How the marketplace stood at a moment, in figures that are 0 while all is well unless said
 * otherwise.
 *
 * @param at when they were read, UTC
 * @param undecidedPayments payments whose gateway could not tell yet how they ended, longer than
 *     five minutes
 * @param approvedPayments payments of the last fifteen minutes that were approved; not 0 while
 *     people buy
 * @param declinedPayments payments of the last fifteen minutes that failed
 * @param waitingEvents events that are due and nobody has heard yet
 * @param oldestEventSeconds for how long the oldest of them has been due
 * @param failingWebhooks deliveries to webhooks that were tried in vain and are tried again
 * @param failedPayouts payouts that failed and wait for a person
 * @param booksRightAt when the books were last found right; if they never were, since when there
 *     are books
 * @param quarantinedPlugins plugins of this server of which something is left alone until an
 *     operator gives it a new start
 */
public record Signals(
    Instant at,
    long undecidedPayments,
    long approvedPayments,
    long declinedPayments,
    long waitingEvents,
    long oldestEventSeconds,
    long failingWebhooks,
    long failedPayouts,
    Instant booksRightAt,
    long quarantinedPlugins) {}
