package org.halles.marketplace.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A token as its owner may see it in a list, without the secret.
 *
 * @param vendorId the one vendor a key is bound to, or null
 * @param label what its owner called it, or null
 * @param expiresAt null if it does not expire
 */
public record TokenView(
    UUID id, TokenKind kind, UUID vendorId, String label, Instant createdAt, Instant expiresAt) {}
