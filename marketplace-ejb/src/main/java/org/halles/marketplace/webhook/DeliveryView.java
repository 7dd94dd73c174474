package org.halles.marketplace.webhook;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one subscription and how far it has come.
 *
 * @param messageId the {@code webhook-id} it is sent under
 * @param attempts so far, since it was last queued
 * @param dueAt when it is tried next, or null if it is settled
 * @param settledAt when it was taken or given up, or null
 * @param statusCode the last answer's, or null
 * @param fault why the last attempt was in vain, or null
 */
public record DeliveryView(
    UUID id,
    String messageId,
    String type,
    DeliveryStatus status,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    Instant settledAt,
    Integer statusCode,
    AttemptFault fault) {}
