package org.halles.marketplace.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A thread in a vendor's list.
 *
 * @param order number of the vendor's order
 * @param lastBody the beginning of the last message
 * @param unread messages the vendor has not seen
 */
public record ThreadSummary(
    UUID id,
    String order,
    String buyerName,
    Author lastAuthor,
    String lastBody,
    Instant lastAt,
    int unread) {}
