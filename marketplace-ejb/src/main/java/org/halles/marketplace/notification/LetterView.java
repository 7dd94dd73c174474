package org.halles.marketplace.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter as operators may see it: whether it arrived, never what it says, for links in it open
 * doors.
 *
 * @param template which kind of letter
 * @param attempts how often it was tried
 * @param dueAt when it is tried next, while it waits
 * @param lastError what the mail server said last, or null
 */
public record LetterView(
    UUID id,
    String template,
    String recipient,
    String language,
    LetterStatus status,
    int attempts,
    Instant createdAt,
    Instant dueAt,
    Instant sentAt,
    String lastError) {}
