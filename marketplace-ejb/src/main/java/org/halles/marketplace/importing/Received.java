package org.halles.marketplace.importing;

import java.util.UUID;

/**
 * A file that was taken in.
 *
 * @param replayed true if it had been before, under the same idempotency key
 */
public record Received(UUID id, boolean replayed) {}
