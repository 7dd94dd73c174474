package org.halles.marketplace.payout;

import org.halles.marketplace.testing.Marketplace;

/** Lets the worker send now all that is due, other tests’ payouts too. */
public final class Sending {

  private Sending() {}

  public static void round() {
    PayoutSender sender = Marketplace.get(PayoutSender.class);
    int rounds = 0;
    while (sender.send() == PayoutSender.BATCH && rounds < 20) {
      rounds++;
    }
  }
}
