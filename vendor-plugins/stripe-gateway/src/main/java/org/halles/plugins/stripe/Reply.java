package org.halles.plugins.stripe;

import org.halles.spi.PaymentOutcome;

/**
 * What Stripe made of a request.
 *
 * @param stripeId the id of what it made, or null if it made nothing or we cannot know
 */
record Reply(String stripeId, PaymentOutcome outcome) {}
