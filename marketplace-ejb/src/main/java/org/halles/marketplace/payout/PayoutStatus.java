package org.halles.marketplace.payout;

/** Where a payout stands. */
public enum PayoutStatus {
  /** Proposed with its run; nothing is booked yet. */
  OPEN,
  /** Approved: the money is set aside and will be sent. */
  CLAIMED,
  /** Handed to the gateway; its answer is awaited. */
  SENT,
  /** The gateway is sending it. */
  IN_TRANSIT,
  /** It arrived. */
  PAID,
  /** It arrived and came back: the money is the vendor's to be paid again. */
  RETURNED,
  /** The gateway refused: it waits for somebody to try again or to give it up. */
  FAILED,
  /** Given up, or its run was: the money is the vendor's to be paid again. */
  CANCELLED;

  /** Set aside, and neither arrived nor given up. */
  public boolean isUnderWay() {
    return this == CLAIMED || this == SENT || this == IN_TRANSIT || this == FAILED;
  }
}
