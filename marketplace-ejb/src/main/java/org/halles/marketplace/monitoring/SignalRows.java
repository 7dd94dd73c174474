package org.halles.marketplace.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;

/** What the database says of the signals, in one statement over what is open. */
@ApplicationScoped
class SignalRows {

  private static final String SIGNALS =
      """
      select (select count(*) from payment_transaction
               where status in ('SENT', 'UNKNOWN') and created_at < t.five) as undecided,
             bought.approved, bought.declined, events.waiting, events.oldest,
             (select count(*) from webhook_delivery where status = 'WAITING' and attempts > 0)
               as webhooks,
             (select count(*) from payout where status = 'FAILED') as payouts,
             coalesce((select max(at) from books_checkpoint),
                      (select min(installed_on)::timestamptz from flyway_schema_history)) as books
        from (select ?::timestamptz - interval '5 minutes' as five,
                     ?::timestamptz - interval '15 minutes' as quarter) t
        cross join lateral (
          select count(*) filter (where status = 'SUCCEEDED') as approved,
                 count(*) filter (where status = 'FAILED') as declined
            from payment_transaction
           where kind in ('CHARGE', 'AUTHORISE') and created_at > t.quarter) bought
        cross join lateral (
          select count(*) as waiting, min(due_at) as oldest
            from outbox where done_at is null and due_at <= ?) events
      """;

  private Database database;

  protected SignalRows() {}

  @Inject
  SignalRows(Database database) {
    this.database = database;
  }

  /**
   * @param quarantined so many plugins are left alone
   */
  Signals read(Instant now, long quarantined) {
    return database
        .find(SIGNALS, row -> signals(row, now, quarantined), now, now, now)
        .orElseThrow();
  }

  private static Signals signals(Row row, Instant now, long quarantined) throws SQLException {
    Instant oldest = row.instant("oldest");
    return new Signals(
        now,
        row.whole("undecided"),
        row.whole("approved"),
        row.whole("declined"),
        row.whole("waiting"),
        oldest == null ? 0 : Duration.between(oldest, now).toSeconds(),
        row.whole("webhooks"),
        row.whole("payouts"),
        row.instant("books"),
        quarantined);
  }
}
