package org.halles.marketplace.moderation;

import java.util.UUID;

/** A decision was undone; told within that transaction. */
public record ListingDecisionUndone(UUID decisionId) {}
