/**
 * Tells programs of vendors and of the operator what happened, as signed requests after the
 * Standard Webhooks specification. This feature listens to the events of the others, writes down
 * what each subscription is to be told, and sends it until it is taken.
 *
 * <p>What holds: each message arrives at least once, under the same {@code webhook-id} each time.
 * One message at a time goes to a subscription, the oldest that is due first; one that was not
 * taken is tried again later and holds up none behind it, so a receiver that must not mix up the
 * order looks at the message's {@code timestamp}, or reads the thing itself at its address.
 * Whatever a receiver does, it costs neither a buyer nor another receiver time.
 */
package org.halles.marketplace.webhook;
