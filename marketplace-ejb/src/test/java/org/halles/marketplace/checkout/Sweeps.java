package org.halles.marketplace.checkout;

import java.time.Instant;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Marketplace;

/** Lets the sweeper do its work now. */
public final class Sweeps {

  private Sweeps() {}

  /** One round. */
  public static void once() {
    Marketplace.get(UnsettledSweeper.class).sweep();
  }

  /** Until nothing is due. */
  public static void everything() {
    UnsettledSweeper sweeper = Marketplace.get(UnsettledSweeper.class);
    while (sweeper.sweep() > 0) {
      // the next ones
    }
  }

  /** The same at another moment. */
  public static void everything(Instant then) {
    try {
      Marketplace.get(PlatformClock.class)
          .at(
              then,
              () -> {
                everything();
                return null;
              });
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
