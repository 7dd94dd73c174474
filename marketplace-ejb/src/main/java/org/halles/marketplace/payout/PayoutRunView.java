package org.halles.marketplace.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * Payouts that are proposed, looked at and approved together.
 *
 * @param status {@code PROPOSED}, {@code APPROVED} or {@code CANCELLED}
 * @param scheduledFor the business day of a run that the calendar proposed, else null
 * @param proposedBy the account that proposed it, or null if the calendar did
 * @param decidedBy the account that approved or cancelled it, or null
 * @param count how many payouts it has
 * @param totals their sums, one a currency
 * @param payouts the first hundred, largest first; empty in lists
 * @param heldBack who is not paid, and why; empty in lists
 */
public record PayoutRunView(
    UUID id,
    String status,
    LocalDate scheduledFor,
    UUID proposedBy,
    String proposedByEmail,
    Instant proposedAt,
    UUID decidedBy,
    Instant decidedAt,
    int count,
    List<Money> totals,
    List<PayoutView> payouts,
    List<HeldBack> heldBack) {

  /** Whether it waits for a second person. */
  public boolean isProposed() {
    return status.equals("PROPOSED");
  }
}
