package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * Up to when each gateway was asked for chargebacks. However long nobody could ask, the asking goes
 * on from there: a message lost during an outage is found whenever the outage ends.
 */
@ApplicationScoped
@Transactional
class Lookout {

  /** Gateways write down late what banks tell them, and their clocks are not ours. */
  private static final Duration OVERLAP = Duration.ofDays(3);

  /** Card schemes let banks take money back 540 days after the payment at the latest. */
  private static final Duration FIRST_TIME = Duration.ofDays(540);

  /** The overlap is long: there is no need to remember each round. */
  private static final Duration STEP = Duration.ofHours(1);

  private Database database;
  private Clock clock;

  protected Lookout() {}

  @Inject
  Lookout(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Chargebacks opened since then may be unknown here. */
  @Allowed(Role.SYSTEM)
  public Instant since(String gateway) {
    Instant now = clock.instant();
    return database
        .find(
            "select least(asked_up_to, ?) as asked from chargeback_lookout where gateway = ?",
            row -> row.instant("asked"),
            now,
            gateway)
        .map(asked -> asked.minus(OVERLAP))
        .orElse(now.minus(FIRST_TIME));
  }

  /**
   * Everything the gateway had to tell until then is known; may be earlier than was said before.
   */
  @Allowed(Role.SYSTEM)
  public void reached(String gateway, Instant until) {
    database.update(
        """
        insert into chargeback_lookout as known (gateway, asked_up_to) values (?, ?)
        on conflict (gateway) do update set asked_up_to = excluded.asked_up_to
         where known.asked_up_to not between excluded.asked_up_to - ?::interval
                                         and excluded.asked_up_to
        """,
        gateway,
        until,
        STEP.toString());
  }
}
