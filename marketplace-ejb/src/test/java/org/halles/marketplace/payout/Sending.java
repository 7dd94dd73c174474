package org.halles.marketplace.payout;

import org.halles.marketplace.testing.Marketplace;

/** Lets the worker send now what is due. */
public final class Sending {

  private Sending() {}

  public static void round() {
    Marketplace.get(PayoutSender.class).send();
  }
}
