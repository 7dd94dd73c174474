package org.halles.marketplace.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How the calls of one extension went, and the circuit breaker made of it: after {@value
 * #FAULTS_TO_PAUSE} faults in a row nobody asks it for a while, then one caller tries again. After
 * {@value #RETRIES_TO_QUARANTINE} such tries in vain, or {@value #RUNAWAYS_TO_QUARANTINE} calls
 * that never came back, it is left alone until the operator switches it on anew.
 */
final class Health {

  static final int FAULTS_TO_PAUSE = 3;
  static final int RUNAWAYS_TO_QUARANTINE = 3;
  static final int RETRIES_TO_QUARANTINE = 10;
  static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int REMEMBERED = 512;
  private static final int FAULTS_SHOWN = 10;

  private final Clock clock;
  private final boolean breaks;
  private final Deque<PluginView.Fault> lastFaults = new ArrayDeque<>();
  private final long[] lastNanos = new long[REMEMBERED];
  private long calls;
  private long faults;
  private int faultsInARow;
  private int runaways;
  private int retries;
  private String quarantine;
  private Instant pausedUntil = Instant.MIN;

  Health(Clock clock) {
    this(clock, true);
  }

  private Health(Clock clock, boolean breaks) {
    this.clock = clock;
    this.breaks = breaks;
  }

  /** A gateway is asked whatever happens: what was charged must be found out. */
  static Health of(Point point, Clock clock) {
    return new Health(clock, point != Point.PAYMENT_GATEWAY);
  }

  /** Why this extension must not be asked now, or empty if it may be. */
  synchronized Optional<String> refusal() {
    if (quarantine != null) {
      return Optional.of("quarantined after " + quarantine);
    }
    Instant now = clock.instant();
    if (now.isBefore(pausedUntil)) {
      return Optional.of("paused after " + faultsInARow + " faults in a row: " + lastFault());
    }
    if (breaks && faultsInARow >= FAULTS_TO_PAUSE) {
      pausedUntil = now.plus(PAUSE); // this caller tries; the others wait for what it finds
      retries++;
    }
    return Optional.empty();
  }

  /** True if it is neither pausing nor left alone; asking this changes nothing. */
  synchronized boolean isWell() {
    return condition() == PluginView.Condition.WELL;
  }

  /** True as long as nothing but answers came; such an extension deserves a second chance. */
  synchronized boolean isSound() {
    return faultsInARow == 0 && quarantine == null;
  }

  synchronized void answered(long nanos) {
    remember(nanos);
    faultsInARow = 0;
    retries = 0;
    pausedUntil = Instant.MIN;
  }

  synchronized void failed(String message, long nanos) {
    remember(nanos);
    faults++;
    faultsInARow++;
    Instant now = clock.instant();
    if (lastFaults.size() == FAULTS_SHOWN) {
      lastFaults.removeLast();
    }
    lastFaults.addFirst(new PluginView.Fault(now, message));
    if (breaks && faultsInARow >= FAULTS_TO_PAUSE) {
      pausedUntil = now.plus(PAUSE);
      if (retries >= RETRIES_TO_QUARANTINE) {
        quarantine = retries + " tries in vain: " + message;
      }
    }
  }

  synchronized void ranAway() {
    runaways++;
    if (breaks && runaways >= RUNAWAYS_TO_QUARANTINE) {
      quarantine = RUNAWAYS_TO_QUARANTINE + " calls that never came back";
    }
  }

  synchronized void cameBack() {
    runaways--;
  }

  /** The operator switched it on: a new start, although old calls may still be running. */
  synchronized void forgive() {
    quarantine = null;
    retries = 0;
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
        lastFault(),
        lastFaults.isEmpty() ? null : lastFaults.getFirst().at(),
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        List.copyOf(lastFaults));
  }

  private String lastFault() {
    return lastFaults.isEmpty() ? null : lastFaults.getFirst().message();
  }

  private PluginView.Condition condition() {
    if (quarantine != null) {
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
