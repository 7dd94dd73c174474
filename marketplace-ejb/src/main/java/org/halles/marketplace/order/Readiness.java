package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * Says whether a vendor can keep its word before money that is held is let go: what takes longer to
 * make or to accept would be cancelled for its money while somebody works on it.
 */
@ApplicationScoped
public class Readiness {

  /** Banks hold money for a week; two days of it are left for shipping. */
  static final Duration IN_TIME = Duration.ofDays(5);

  private Database database;

  protected Readiness() {}

  @Inject
  Readiness(Database database) {
    this.database = database;
  }

  /** True if all of these offers can be accepted and leave while their money is held. */
  @Allowed(Role.ANYONE)
  @Transactional
  public boolean inTime(Collection<UUID> offers) {
    return database
        .find(
            """
            select not exists (select from offer where id = any(?) and lead_time_days > ?)
               and not exists (select from order_policy where accept_hours > ?) as in_time
            """,
            row -> row.flag("in_time"),
            offers.toArray(UUID[]::new),
            (int) IN_TIME.toDays(),
            (int) IN_TIME.toHours())
        .orElseThrow();
  }
}
