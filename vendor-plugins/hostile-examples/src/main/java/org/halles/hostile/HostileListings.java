package org.halles.hostile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.halles.spi.ListingCheck;
import org.halles.spi.ListingFacts;

/** What would like to keep every listing from its moderator. */
public final class HostileListings {

  /** Long enough to be given up, short enough that the machine of a test gets its core back. */
  private static final long LOOP_NANOS = TimeUnit.SECONDS.toNanos(15);

  private HostileListings() {}

  /** Turns in a circle and does not listen to interrupts. */
  @ApplicationScoped
  public static class Looping implements ListingCheck {
    @Override
    public String id() {
      return "hostile-looping";
    }

    @Override
    public Map<String, String> label() {
      return Map.of("fr", "Tourne en rond", "en", "Turns in a circle");
    }

    @Override
    public List<Finding> check(ListingFacts listing) {
      for (long start = System.nanoTime(); System.nanoTime() - start < LOOP_NANOS; ) {
        Thread.onSpinWait();
      }
      return List.of();
    }
  }
}
