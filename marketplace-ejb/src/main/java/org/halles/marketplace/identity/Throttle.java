package org.halles.marketplace.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.halles.marketplace.shared.Database;

/**
 * Counts attempts in windows of time, in the database, so that a limit holds on all nodes together.
 * An attempt is counted before it is made, in a transaction of its own: a hundred at once are a
 * hundred.
 */
@ApplicationScoped
class Throttle {

  private static final Duration KEPT = Duration.ofDays(1);

  /** One in so many attempts clears what nobody asks about any more. */
  private static final int SWEEP_ONE_IN = 200;

  private Database database;
  private Clock clock;

  protected Throttle() {}

  @Inject
  Throttle(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts one attempt.
   *
   * @throws TooManyAttempts if it is one too many; it is counted all the same
   */
  @Transactional(value = Transactional.TxType.REQUIRES_NEW, dontRollbackOn = TooManyAttempts.class)
  public void take(Limit... limits) {
    Instant now = clock.instant();
    sweepSometimes(now);
    long wait = 0;
    for (Limit limit : limits) {
      if (count(limit, now) > limit.most()) {
        Instant end = windowStart(limit, now).plus(limit.window());
        wait = Math.max(wait, Math.max(1, Duration.between(now, end).toSeconds()));
      }
    }
    if (wait > 0) {
      throw new TooManyAttempts(wait);
    }
  }

  /** Takes attempts back that were none: the password was right. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void giveBack(Limit... limits) {
    Instant now = clock.instant();
    for (Limit limit : limits) {
      database.update(
          "update throttle set hits = greatest(0, hits - 1) where key = ? and window_start = ?",
          keyOf(limit),
          windowStart(limit, now));
    }
  }

  private int count(Limit limit, Instant now) {
    return database
        .find(
            """
            insert into throttle (key, window_start, hits) values (?, ?, 1)
            on conflict (key, window_start) do update set hits = throttle.hits + 1
            returning hits
            """,
            row -> row.integer("hits"),
            keyOf(limit),
            windowStart(limit, now))
        .orElseThrow();
  }

  private void sweepSometimes(Instant now) {
    if (ThreadLocalRandom.current().nextInt(SWEEP_ONE_IN) == 0) {
      database.update("delete from throttle where window_start < ?", now.minus(KEPT));
    }
  }

  private static Instant windowStart(Limit limit, Instant now) {
    long seconds = limit.window().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }

  /** Hashed: the table must not become a list of who tried to sign in from where. */
  private static String keyOf(Limit limit) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(limit.key().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
