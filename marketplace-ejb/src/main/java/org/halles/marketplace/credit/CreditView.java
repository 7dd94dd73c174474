package org.halles.marketplace.credit;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A gift card or an account's store credit, without its code.
 *
 * @param ending the last characters of the code; null for an account's
 * @param owner whose account it is in, as an e-mail address; null if in none
 * @param recipient the mailbox the code was sent to, or null
 * @param issued what was ever put on it
 * @param balance what is left
 * @param sold true if somebody paid for it, false if the marketplace gave it
 * @param status {@code ACTIVE}, {@code USED_UP}, {@code BLOCKED} or {@code EXPIRED}
 * @param expiresAt null: never
 */
public record CreditView(
    UUID id,
    CreditKind kind,
    String ending,
    String owner,
    String recipient,
    Money issued,
    Money balance,
    boolean sold,
    String status,
    Instant expiresAt,
    Instant createdAt) {

  /** An instant of the last day on which it pays; null: it always does. */
  public Instant lastMoment() {
    return expiresAt == null ? null : expiresAt.minusSeconds(1);
  }
}
