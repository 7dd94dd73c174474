package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Recent;

/**
 * Where gateways are offered, at most a few seconds old: every checkout asks, and operators seldom
 * change it.
 */
@ApplicationScoped
class RecentAvailability {

  private static final Duration AGE = Duration.ofSeconds(5);

  private AvailabilityRows rows;
  private Recent<Map<String, Availability>> recent;

  protected RecentAvailability() {}

  @Inject
  RecentAvailability(AvailabilityRows rows, Clock clock) {
    this.rows = rows;
    this.recent = new Recent<>(clock, AGE, this::read);
  }

  Map<String, Availability> get() {
    return recent.get();
  }

  private Map<String, Availability> read() {
    return rows.all().values().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                AvailabilityRows.Stored::gateway, AvailabilityRows.Stored::availability));
  }

  /** What was just changed on this server counts at once. */
  void forget() {
    recent.forget();
  }
}
