package org.halles.marketplace.payout;

import java.time.Instant;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Source;

/** How the book names a payout. */
final class Payment {

  /** The type of source of entries about payouts. */
  static final String SOURCE = "payout";

  /** Stands for a gateway where people hand a file to a bank. */
  static final String BANK = "sepa";

  private Payment() {}

  /** The account the money leaves from, and comes back to. */
  static String account(PayoutView payout) {
    return payout.gateway().equals(BANK) ? Chart.bank(BANK) : Chart.pspClearing(payout.gateway());
  }

  static Source source(PayoutView payout, Instant at) {
    return new Source(SOURCE, payout.id().toString(), at, null);
  }
}
