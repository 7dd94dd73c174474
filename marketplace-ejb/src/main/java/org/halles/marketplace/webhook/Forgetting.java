package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.halles.marketplace.shared.Database;

/** Throws messages and what was answered to them away after a month, and secrets that are over. */
@ApplicationScoped
class Forgetting {

  static final Duration KEPT = Duration.ofDays(30);

  private static final int BATCH = 1_000;

  private Database database;
  private Clock clock;

  protected Forgetting() {}

  @Inject
  Forgetting(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Throws a batch away; true if there may be more. */
  @Transactional
  public boolean forget() {
    Instant now = clock.instant();
    database.update(
        """
        update webhook_subscription set former_secret = null, former_until = null
         where former_until < ?
        """,
        now);
    return database.update(
            """
            delete from webhook_delivery where id in (
              select id from webhook_delivery where created_at < ? order by created_at limit ?
                 for update skip locked)
            """,
            now.minus(KEPT),
            BATCH)
        == BATCH;
  }
}
