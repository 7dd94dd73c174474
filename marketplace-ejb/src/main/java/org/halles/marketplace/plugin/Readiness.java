package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whether a gateway has all it needs, remembered per configuration: keys make it ready without a
 * new start. While it does not answer, what it said last goes on holding, and buyers do not wait:
 * one of them asks, the others go on with what is known.
 */
final class Readiness {

  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final long NEVER = Long.MIN_VALUE;

  /**
   * What the gateway said last.
   *
   * @param setup under which configuration it said so
   * @param asked under which configuration it was asked last
   */
  private record Said(boolean ready, long setup, long asked, long askAgainAt) {}

  private final Supplier<Optional<Boolean>> question;
  private final LongSupplier setup;
  private final LongSupplier nanos;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile Said said = new Said(false, NEVER, NEVER, 0);

  /**
   * @param question asks the gateway; empty if there was no answer
   * @param setup which configuration holds now
   */
  Readiness(Supplier<Optional<Boolean>> question, LongSupplier setup, LongSupplier nanos) {
    this.question = question;
    this.setup = setup;
    this.nanos = nanos;
  }

  boolean isReady() {
    long now = setup.getAsLong();
    if (isDue(said, now) && asking.compareAndSet(false, true)) {
      try {
        said = ask(said, now);
      } finally {
        asking.set(false);
      }
    }
    return said.ready();
  }

  private boolean isDue(Said last, long now) {
    return last.setup() != now
        && (last.asked() != now || nanos.getAsLong() - last.askAgainAt() >= 0);
  }

  private Said ask(Said last, long now) {
    Optional<Boolean> answer = question.get();
    return answer
        .map(ready -> new Said(ready, now, now, 0))
        .orElseGet(
            () -> new Said(last.ready(), last.setup(), now, nanos.getAsLong() + PAUSE.toNanos()));
  }
}
