package org.halles.marketplace.affiliate;

import org.halles.marketplace.testing.Marketplace;

/** Lets the worker hand over now what is due. */
public final class MaturingRound {

  private MaturingRound() {}

  public static void round() {
    MaturingWorker worker = Marketplace.get(MaturingWorker.class);
    while (worker.round()) {
      // there is more
    }
  }
}
