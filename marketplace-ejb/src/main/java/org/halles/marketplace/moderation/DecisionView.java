package org.halles.marketplace.moderation;

import java.time.Instant;
import java.util.UUID;

/**
 * What was decided about a listing or a change of it.
 *
 * @param rule the operator's rule that decided, or null for a person
 * @param decidedBy who, or null for a rule or an account that is gone
 * @param who that person's name
 * @param undoUntil until when it can be undone
 * @param undoneAt when it was, or null
 */
public record DecisionView(
    UUID id,
    UUID listingId,
    UUID vendorId,
    UUID changeId,
    Outcome outcome,
    String reason,
    String rule,
    UUID decidedBy,
    String who,
    Instant decidedAt,
    Instant undoUntil,
    Instant undoneAt) {}
