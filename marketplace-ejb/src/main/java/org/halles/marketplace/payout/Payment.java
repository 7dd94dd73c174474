package org.halles.marketplace.payout;

import java.time.Instant;
import org.halles.marketplace.ledger.Source;

/** How the book names a payout. */
final class Payment {

  /** The type of source of entries about payouts. */
  static final String SOURCE = "payout";

  private Payment() {}

  static Source source(PayoutView payout, Instant at) {
    return new Source(SOURCE, payout.id().toString(), at, null);
  }
}
