package org.halles.marketplace.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What is read often and changed seldom, read again once it is older than an age. Several threads
 * may read it at the same time; whoever is late wins, and is right for as long.
 *
 * @param <T> what it is, immutable
 */
public final class Recent<T> {

  private record Reading<T>(T value, Instant at) {}

  private final Clock clock;
  private final Duration age;
  private final Supplier<T> source;
  private volatile Reading<T> last;

  /**
   * @param clock whose time counts; on a thread that lives through other times, an earlier one is
   *     as far away as a later one
   * @param age how old it may be
   * @param source reads it; never answers null
   */
  public Recent(Clock clock, Duration age, Supplier<T> source) {
    this.clock = clock;
    this.age = age;
    this.source = source;
  }

  /** What was read last, or is read now. What the source throws is thrown. */
  public T get() {
    Instant now = clock.instant();
    Reading<T> known = last;
    if (known == null || Duration.between(known.at(), now).abs().compareTo(age) > 0) {
      known = new Reading<>(source.get(), now);
      last = known;
    }
    return known.value();
  }

  /** What was just changed on this server counts at once. */
  public void forget() {
    last = null;
  }
}
