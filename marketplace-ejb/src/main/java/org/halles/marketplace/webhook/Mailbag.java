package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;

/** Where messages wait: one for each subscription that wants to hear of what happened. */
@ApplicationScoped
class Mailbag {

  /** Who the marketplace's own subscriptions belong to, where a vendor's id stands otherwise. */
  static final UUID MARKET = new UUID(0, 0);

  /** What happened longer ago is no news: a restored backup or the demo's past tells nobody. */
  private static final Duration NEWS = Duration.ofDays(7);

  private static final String ASKED = Mailbag.class.getName();

  private static final String FOR_WHOEVER_LISTENS =
      """
      insert into webhook_delivery
        (id, subscription_id, event_key, type, body, status, created_at, due_at)
      select gen_random_uuid(), s.id, told.about, told.type, told.body, 'WAITING', ?, ?
        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
             with ordinality as told (owner, about, type, body, place)
        join webhook_subscription s on s.owner = told.owner and s.status = 'ON'
             and told.type = any (s.event_types)
       order by told.place
      on conflict (subscription_id, event_key) do nothing
      """;

  private Database database;
  private TransactionSynchronizationRegistry transactions;
  private AfterCommit afterCommit;
  private Rounds rounds;
  private Clock clock;

  protected Mailbag() {}

  @Inject
  Mailbag(
      Database database,
      TransactionSynchronizationRegistry transactions,
      AfterCommit afterCommit,
      Rounds rounds,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.afterCommit = afterCommit;
    this.rounds = rounds;
    this.clock = clock;
  }

  /**
   * True if anybody listens at all and what happened is news. A batch of events is one transaction
   * and asks once: where nobody listens, that is all that webhooks cost.
   */
  boolean isAnybodyListening(Instant happened) {
    if (happened.isBefore(clock.instant().minus(NEWS))) {
      return false;
    }
    Object known = transactions.getResource(ASKED);
    if (known == null) {
      known =
          database
              .find(
                  "select exists (select 1 from webhook_subscription where status = 'ON') as any",
                  row -> row.flag("any"))
              .orElse(false);
      transactions.putResource(ASKED, known);
    }
    return (boolean) known;
  }

  /** Puts them in for whoever listens, in the transaction that takes the event from the outbox. */
  void add(List<Announcement> announcements) {
    if (announcements.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    int added =
        database.update(
            FOR_WHOEVER_LISTENS,
            now,
            now,
            announcements.stream().map(Mailbag::owner).toArray(UUID[]::new),
            announcements.stream().map(Announcement::about).toArray(String[]::new),
            announcements.stream().map(one -> one.type().code()).toArray(String[]::new),
            announcements.stream().map(Announcement::body).toArray(String[]::new));
    if (added > 0) {
      afterCommit.run(rounds::wake);
    }
  }

  private static UUID owner(Announcement one) {
    return one.vendorId() == null ? MARKET : one.vendorId();
  }
}
