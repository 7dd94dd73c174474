package org.halles.marketplace.webhook;

import java.util.List;

/**
 * What somebody wants to be told, and where.
 *
 * @param url begins with https://
 * @param description what it is for, in their own words, or null
 * @param eventTypes such as {@code order.paid}
 * @param active false to switch it off; left out, it is on
 * @param version of the messages' layout; 1 is all there is, and is taken if left out
 */
public record SubscriptionInput(
    String url, String description, List<String> eventTypes, Boolean active, Integer version) {}
