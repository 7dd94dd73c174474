package org.halles.marketplace.moderation;

/** A decision was made; told within its transaction. */
public record ListingDecided(DecisionView decision) {}
