package org.halles.marketplace.webhook;

import java.time.Instant;

/**
 * One attempt to deliver a message.
 *
 * @param statusCode what the receiver answered, or null if it did not
 * @param fault why it was in vain, or null if it was taken
 * @param answer the first characters of what the receiver said, or null
 */
public record AttemptView(
    Instant at, int millis, Integer statusCode, AttemptFault fault, String answer) {}
