package org.halles.marketplace.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * One message of a thread.
 *
 * @param body as plain text; card numbers in it are masked
 */
public record Message(UUID id, Author author, String body, Instant at) {}
