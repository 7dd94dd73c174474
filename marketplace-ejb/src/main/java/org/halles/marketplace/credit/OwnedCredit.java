package org.halles.marketplace.credit;

import java.time.Instant;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A gift card or store credit as its owner sees it: who it was issued for, and whether somebody
 * paid for it, is the business of whoever issued it.
 *
 * @param ending the last characters of the code; null for an account's
 * @param issued what was ever put on it
 * @param balance what is left
 * @param status {@code ACTIVE}, {@code USED_UP}, {@code BLOCKED} or {@code EXPIRED}
 * @param expiresAt null: never
 */
public record OwnedCredit(
    UUID id,
    CreditKind kind,
    String ending,
    Money issued,
    Money balance,
    String status,
    Instant expiresAt,
    Instant createdAt) {

  static OwnedCredit of(CreditView credit) {
    return new OwnedCredit(
        credit.id(),
        credit.kind(),
        credit.ending(),
        credit.issued(),
        credit.balance(),
        credit.status(),
        credit.expiresAt(),
        credit.createdAt());
  }

  /** An instant of the last day on which it pays; null: it always does. */
  public Instant lastMoment() {
    return expiresAt == null ? null : expiresAt.minusSeconds(1);
  }
}
