package org.halles.marketplace.review;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of a purchase that its buyer has received and may rate.
 *
 * @param line of the order
 * @param review what the buyer said, or null
 * @param until as long may it still be changed; null while nothing was said
 * @param open true if the buyer may write or change it now
 */
public record Reviewable(UUID line, ReviewView review, Instant until, boolean open) {}
