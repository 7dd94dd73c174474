package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.PlatformClock;

/** Lets somebody do something at an earlier time: the demo's way into its past. */
@ApplicationScoped
class DemoClock {

  private PlatformClock clock;
  private CurrentCaller caller;

  protected DemoClock() {}

  @Inject
  DemoClock(PlatformClock clock, CurrentCaller caller) {
    this.clock = clock;
    this.caller = caller;
  }

  /** The caller does this work as if it were that instant, on this thread. */
  void live(Instant at, Caller who, Runnable work) {
    try {
      clock.at(
          at,
          () -> {
            caller.run(who, work);
            return null;
          });
    } catch (RuntimeException asItIs) {
      throw asItIs;
    } catch (Exception neverThrown) {
      throw new IllegalStateException(neverThrown);
    }
  }
}
