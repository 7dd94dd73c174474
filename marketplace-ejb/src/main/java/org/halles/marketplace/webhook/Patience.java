package org.halles.marketplace.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a message that was not taken waits for its next attempt. */
final class Patience {

  /** The schedule of the Standard Webhooks specification, three days in all. */
  static final List<Duration> SCHEDULE =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** A wait is longer by up to this part, so that receivers are not all asked at once. */
  private static final int JITTER = 10;

  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private final RandomGenerator chance;

  Patience(RandomGenerator chance) {
    this.chance = chance;
  }

  /** The wait after so many attempts in vain; empty if it was the last. */
  Optional<Duration> after(int attempts) {
    if (attempts > SCHEDULE.size()) {
      return Optional.empty();
    }
    Duration wait = SCHEDULE.get(attempts - 1);
    return Optional.of(wait.plusMillis(chance.nextLong(wait.toMillis() / JITTER)));
  }

  /** How long a receiver is left in peace after so many failures in a row, whatever waits. */
  static Duration rest(int failures) {
    Duration rest = Duration.ofSeconds(1L << Math.min(failures - 1, 10));
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }
}
