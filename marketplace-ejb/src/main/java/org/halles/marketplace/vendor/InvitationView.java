package org.halles.marketplace.vendor;

import java.time.Instant;
import java.util.UUID;

/** An invitation that was not answered yet. */
public record InvitationView(
    UUID id,
    VendorCard vendor,
    String email,
    MemberRole role,
    Instant createdAt,
    Instant expiresAt) {}
