package org.halles.marketplace.onboarding;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.vendor.VendorKind;

/**
 * An application that waits for the operator, or that its vendor still works on.
 *
 * @param waitingSince when it was handed in, or null
 * @param askedAt when the operator asked for more, or null
 * @param missing how many requirements that gate selling are not met
 * @param pending how many documents are to be looked at
 */
public record QueuedVendor(
    UUID id,
    String slug,
    String name,
    VendorKind kind,
    String country,
    Instant createdAt,
    Instant waitingSince,
    Instant askedAt,
    int missing,
    int pending) {}
