package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;

/**
 * The time of the platform. Everything that needs to know the time is given a {@link Clock}, and
 * gets this one. The demo, and nothing else, places its past orders by living through them {@link
 * #at} an earlier instant on its own thread.
 */
@ApplicationScoped
public class PlatformClock extends Clock {

  private static final ThreadLocal<Instant> FROZEN = new ThreadLocal<>();

  /** Does some work as if it were this instant; the clock stands still meanwhile. */
  public <T> T at(Instant instant, Callable<T> work) throws Exception {
    Instant former = FROZEN.get();
    FROZEN.set(instant);
    try {
      return work.call();
    } finally {
      if (former == null) {
        FROZEN.remove();
      } else {
        FROZEN.set(former);
      }
    }
  }

  @Override
  public Instant instant() {
    Instant frozen = FROZEN.get();
    // as precise as the database, so that what is written is what is read
    return frozen == null ? Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS) : frozen;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.system(zone);
  }
}
