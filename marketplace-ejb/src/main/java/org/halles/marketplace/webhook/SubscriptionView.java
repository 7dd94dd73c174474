package org.halles.marketplace.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subscription, without its secret.
 *
 * @param pausedWhy {@code unreachable} or {@code gone} if it is paused, else null
 * @param payloadVersion of the messages' layout
 * @param formerSecretUntil until when the former secret signs too, or null
 * @param deliveredAt when something last arrived, or null
 * @param failures attempts in vain since then
 * @param version rises with each change
 */
public record SubscriptionView(
    UUID id,
    String url,
    String description,
    List<String> eventTypes,
    SubscriptionStatus status,
    String pausedWhy,
    int payloadVersion,
    Instant formerSecretUntil,
    Instant createdAt,
    Instant deliveredAt,
    int failures,
    int version) {}
