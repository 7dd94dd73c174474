package org.halles.marketplace.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the calls of one extension went, and the circuit breaker made of it: after {@value
 * #FAULTS_TO_PAUSE} faults in a row nobody asks it for a while, then one caller tries again; after
 * {@value #RUNAWAYS_TO_QUARANTINE} calls that never came back it is left alone until the operator
 * switches it on anew.
 */
final class Health {

  static final int FAULTS_TO_PAUSE = 3;
  static final int RUNAWAYS_TO_QUARANTINE = 3;
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int REMEMBERED = 512;

  private final Clock clock;
  private final long[] lastNanos = new long[REMEMBERED];
  private long calls;
  private long faults;
  private int faultsInARow;
  private int runaways;
  private boolean quarantined;
  private Instant pausedUntil = Instant.MIN;
  private String lastFault;
  private Instant lastFaultAt;

  Health(Clock clock) {
    this.clock = clock;
  }

  /** Why this extension must not be asked now, or empty if it may be. */
  synchronized Optional<String> refusal() {
    if (quarantined) {
      return Optional.of(
          "quarantined after " + RUNAWAYS_TO_QUARANTINE + " calls that never came back");
    }
    Instant now = clock.instant();
    if (now.isBefore(pausedUntil)) {
      return Optional.of("paused after " + faultsInARow + " faults in a row: " + lastFault);
    }
    if (faultsInARow >= FAULTS_TO_PAUSE) {
      pausedUntil = now.plus(PAUSE); // this caller tries; the others wait for what it finds
    }
    return Optional.empty();
  }

  /** True as long as nothing but answers came; such an extension deserves a second chance. */
  synchronized boolean isSound() {
    return faultsInARow == 0 && !quarantined;
  }

  synchronized void answered(long nanos) {
    remember(nanos);
    faultsInARow = 0;
    pausedUntil = Instant.MIN;
  }

  synchronized void failed(String message, long nanos) {
    remember(nanos);
    faults++;
    faultsInARow++;
    lastFault = message;
    lastFaultAt = clock.instant();
    if (faultsInARow >= FAULTS_TO_PAUSE) {
      pausedUntil = lastFaultAt.plus(PAUSE);
    }
  }

  synchronized void ranAway() {
    runaways++;
    quarantined |= runaways >= RUNAWAYS_TO_QUARANTINE;
  }

  synchronized void cameBack() {
    runaways--;
  }

  /** The operator switched it on: a new start, although old calls may still be running. */
  synchronized void forgive() {
    quarantined = false;
    faultsInARow = 0;
    pausedUntil = Instant.MIN;
  }

  synchronized PluginView.Calls view() {
    int known = (int) Math.min(calls, REMEMBERED);
    long[] sorted = Arrays.copyOf(lastNanos, known);
    Arrays.sort(sorted);
    return new PluginView.Calls(
        condition(),
        calls,
        faults,
        runaways,
        lastFault,
        lastFaultAt,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99));
  }

  private PluginView.Condition condition() {
    if (quarantined) {
      return PluginView.Condition.QUARANTINED;
    }
    return clock.instant().isBefore(pausedUntil)
        ? PluginView.Condition.PAUSED
        : PluginView.Condition.WELL;
  }

  private void remember(long nanos) {
    lastNanos[(int) (calls % REMEMBERED)] = nanos;
    calls++;
  }

  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1_000;
  }
}
