package org.halles.marketplace.credit;

import java.time.Instant;
import java.util.UUID;

/** Whether a gift card pays at all, in words. */
final class Usable {

  private Usable() {}

  /**
   * @param account of the buyer, or null
   * @throws CannotUseCredit saying why not; a card in another account is unknown
   */
  static void require(Credit card, UUID account, Instant now) {
    if (card.accountId() != null && !card.accountId().equals(account)) {
      throw CannotUseCredit.unknown();
    }
    if (card.blocked()) {
      throw CannotUseCredit.blocked(card.ending());
    }
    if (card.isOver(now)) {
      throw CannotUseCredit.expired(card.ending(), card.expiresAt());
    }
    if (card.balance().isZero()) {
      throw CannotUseCredit.empty(card.ending());
    }
  }
}
