package org.halles.marketplace.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A mail as the demonstration shows it instead of sending it. */
public record ShownLetter(
    UUID id, String to, String subject, List<LetterBlock> blocks, Instant createdAt) {

  public ShownLetter {
    blocks = List.copyOf(blocks);
  }
}
