package org.halles.marketplace.shared;

import org.halles.marketplace.testing.Marketplace;

/** Lets the worker deliver events now. */
public final class Delivering {

  private Delivering() {}

  public static void round() {
    Marketplace.get(OutboxWorker.class).deliver();
  }
}
