package org.halles.marketplace.order;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to an order, for people.
 *
 * @param type stable, translated by pages: {@code placed}, {@code payment-awaited}, {@code paid},
 *     {@code payment-failed}, {@code expired}, {@code late-payment-returned}, {@code shipped},
 *     {@code delivered}, {@code fallback-used}
 * @param at UTC
 * @param data such as {@code carrier} and {@code trackingCode}
 */
public record TimelineEvent(String type, Instant at, Map<String, Object> data) {}
