package org.halles.marketplace.credit;

import java.time.Instant;
import java.time.LocalDate;
import org.halles.spi.Money;

/**
 * A gift card as whoever bought it follows it; what is left on it is the business of whoever has
 * it.
 *
 * @param deliverOn the day its letter was asked for; null: as soon as it was paid
 * @param dueAt when its letter goes out; null while it is not paid
 * @param sentAt when its letter went out, or null
 * @param ending the last four characters of its code; null while it is not paid
 * @param expiresAt until when it is good, or null while it is not paid
 * @param unused true while it is paid, and all of it is there
 * @param held true while it is paid and a person is to look at the purchase: no letter goes out yet
 * @param withdrawUntil until when the purchase can be undone; null while it is not paid
 */
public record SoldCardView(
    Money amount,
    String recipient,
    String sender,
    String greeting,
    LocalDate deliverOn,
    Instant dueAt,
    Instant sentAt,
    String ending,
    Instant expiresAt,
    boolean unused,
    boolean held,
    Instant withdrawUntil) {

  /** The last moment at which it is good, or null. */
  public Instant lastMoment() {
    return expiresAt == null ? null : expiresAt.minusSeconds(1);
  }

  /** The last moment at which the purchase can be undone, or null. */
  public Instant lastWithdrawal() {
    return withdrawUntil == null ? null : withdrawUntil.minusSeconds(1);
  }

  /** True if its buyer can still withdraw. */
  public boolean isWithdrawable(Instant now) {
    return unused && withdrawUntil != null && withdrawUntil.isAfter(now);
  }
}
