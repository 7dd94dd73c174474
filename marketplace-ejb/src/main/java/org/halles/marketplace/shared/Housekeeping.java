package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Throws away what nobody will ask for again: delivered events and old idempotency keys. */
@ApplicationScoped
class Housekeeping {

  static final Duration KEPT = Duration.ofDays(30);

  /** So few at once that nobody waits for it. */
  private static final int BATCH = 1000;

  private Database database;
  private Clock clock;

  protected Housekeeping() {}

  @Inject
  Housekeeping(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Throws a batch away; true if there may be more. */
  @Transactional
  public boolean tidy() {
    Instant before = clock.instant().minus(KEPT);
    int events =
        database.update(
            """
            delete from outbox where id in (
              select id from outbox where done_at < ? limit ? for update skip locked)
            """,
            before,
            BATCH);
    int keys =
        database.update(
            """
            delete from idempotency where (scope, key) in (
              select scope, key from idempotency where created_at < ? limit ?
                 for update skip locked)
            """,
            before,
            BATCH);
    return events == BATCH || keys == BATCH;
  }
}
