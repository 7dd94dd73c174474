package org.halles.marketplace.vendor;

import java.time.Instant;
import java.util.UUID;

/**
 * One of a vendor's people.
 *
 * @param since when they joined
 */
public record MemberView(
    UUID accountId, String name, String email, MemberRole role, Instant since) {}
