package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where gateways are offered, at most a few seconds old: every checkout asks, and operators seldom
 * change it.
 */
@ApplicationScoped
class RecentAvailability {

  private static final Duration AGE = Duration.ofSeconds(5);

  private AvailabilityRows rows;
  private Clock clock;
  private volatile Snapshot last;

  protected RecentAvailability() {}

  @Inject
  RecentAvailability(AvailabilityRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  private record Snapshot(Map<String, Availability> where, Instant at) {}

  Map<String, Availability> get() {
    Instant now = clock.instant();
    Snapshot known = last;
    if (known == null || Duration.between(known.at(), now).abs().compareTo(AGE) > 0) {
      known =
          new Snapshot(
              rows.all().values().stream()
                  .collect(
                      Collectors.toUnmodifiableMap(
                          AvailabilityRows.Stored::gateway, AvailabilityRows.Stored::availability)),
              now);
      last = known;
    }
    return known.where();
  }

  /** What was just changed on this server counts at once. */
  void forget() {
    last = null;
  }
}
