package org.halles.marketplace.ledger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.halles.marketplace.shared.Database;

/**
 * Refuses to start on a database whose transaction counter was turned back, as when a dump is read
 * into a new PostgreSQL. Stored balances hold "every posting of a transaction below this one": with
 * a counter behind them, new postings would be taken for summed already, or for paid out, and be
 * missing.
 */
@ApplicationScoped
class TransactionCounter {

  private static final int BEFORE_ANYBODY_POSTS = 1;

  private static final String MARK =
      """
      select greatest(
               (select max(below_tx::text::numeric) from balance),
               (select max(below_tx::text::numeric) from ledger_turnover_mark),
               (select max(below_tx::text::numeric) from book_seal),
               (select max(below_tx::text::numeric) from payout_mark),
               (select max(below_tx::text::numeric) from books_checkpoint))::text as mark,
             pg_snapshot_xmax(pg_current_snapshot())::text as counter
      """;

  private Database database;

  protected TransactionCounter() {}

  @Inject
  TransactionCounter(Database database) {
    this.database = database;
  }

  /** Where the sums stand, and where PostgreSQL counts. */
  private record Counter(long mark, long now) {}

  /**
   * @throws IllegalStateException if the counter is behind, with what to do
   */
  @Transactional
  void check(@Observes @Priority(BEFORE_ANYBODY_POSTS) Startup serverStarted) {
    Counter counter =
        database
            .find(
                MARK,
                row ->
                    new Counter(
                        row.text("mark") == null ? 0 : Long.parseLong(row.text("mark")),
                        Long.parseLong(row.text("counter"))))
            .orElseThrow();
    if (counter.now() < counter.mark()) {
      throw new IllegalStateException(
          ("The ledger was summed up to transaction %d, but this PostgreSQL counts only %d: the"
                  + " database was restored from a dump. Stop PostgreSQL, let it count from beyond that"
                  + " (pg_resetwal --epoch=%d, and nothing else), and start again; see \"Backup\" in"
                  + " docs/operations.md.")
              .formatted(counter.mark(), counter.now(), (counter.mark() >>> 32) + 1));
    }
  }
}
