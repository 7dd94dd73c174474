package org.halles.marketplace.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.spi.PluginEvent;
import org.jboss.logging.Logger;

/** The events that durable observers still have to be told, in the database. */
@ApplicationScoped
class ToldLater {

  private static final Logger LOG = Logger.getLogger(ToldLater.class);

  /** As long as an observer is asked again. */
  static final Duration PATIENCE = Duration.ofDays(3);

  /** As long as one telling may take before another server tries. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

  private static final Map<String, Class<? extends PluginEvent>> TOPICS =
      Arrays.stream(PluginEvent.class.getPermittedSubclasses())
          .map(type -> type.<PluginEvent>asSubclass(PluginEvent.class))
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  /**
   * One telling that waits.
   *
   * @param attempts how often it was tried, this time included
   */
  record Waiting(long id, String observer, PluginEvent event, int attempts, Instant since) {}

  private final Database database;
  private final Clock clock;

  @Inject
  ToldLater(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  protected ToldLater() {
    this(null, null);
  }

  /** Within the transaction that takes the event out of the outbox: both or none. */
  void add(List<String> observers, PluginEvent event) {
    Instant now = clock.instant();
    database.update(
        """
        insert into plugin_event (observer, event_id, topic, payload, created_at, due_at)
        select observer, ?, ?, ?::jsonb, ?, ? from unnest(?::text[]) as told (observer)
        on conflict (observer, event_id) do nothing
        """,
        event.id(),
        event.getClass().getSimpleName(),
        Json.write(event),
        now,
        now,
        observers.toArray(String[]::new));
  }

  /** Takes the one that is due first, for a minute; of these observers only. */
  @Transactional
  Optional<Waiting> take(List<String> observers) {
    Instant now = clock.instant();
    return database.find(
        """
        update plugin_event set attempts = attempts + 1, due_at = ?
         where id = (select id from plugin_event
                      where done_at is null and due_at <= ? and observer = any((select ?)::text[])
                      order by due_at, id limit 1 for update skip locked)
        returning id, observer, topic, payload::text as payload, attempts, created_at
        """,
        row ->
            new Waiting(
                row.whole("id"),
                row.text("observer"),
                Json.read(row.text("payload"), TOPICS.get(row.text("topic"))),
                row.integer("attempts"),
                row.instant("created_at")),
        now.plus(LEASE),
        now,
        observers.toArray(String[]::new));
  }

  @Transactional
  void done(Waiting told) {
    database.update("update plugin_event set done_at = ? where id = ?", clock.instant(), told.id());
  }

  /** Tries again later, later each time; after three days no more. */
  @Transactional
  void postpone(Waiting told) {
    Instant now = clock.instant();
    boolean over = told.since().plus(PATIENCE).isBefore(now);
    if (over) {
      LOG.warnf(
          "observer %s never took %s %s and is told of it no more",
          told.observer(), told.event().getClass().getSimpleName(), told.event().id());
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(told.attempts(), 11));
    database.update(
        "update plugin_event set due_at = ?, done_at = ?, given_up = ? where id = ?",
        now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT),
        over ? now : null,
        over,
        told.id());
  }

  /** Forgets what was told long ago: an event is not added again by then. */
  @Transactional
  int forget(Instant before) {
    return database.update("delete from plugin_event where done_at < ?", before);
  }
}
