package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes events out of the outbox and fires them; what observers do is part of the transaction. */
@ApplicationScoped
class OutboxDelivery {

  static final int BATCH = 50;

  private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Map<String, Class<?>> TOPICS =
      Arrays.stream(DomainEvent.class.getPermittedSubclasses())
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  /** An event that waits, and how often it was tried. */
  record Waiting(long id, String topic, String payload, int attempts) {}

  private Database database;
  private Event<DomainEvent> events;
  private Clock clock;

  protected OutboxDelivery() {}

  @Inject
  OutboxDelivery(Database database, Event<DomainEvent> events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /** Delivers up to so many in one transaction: all or none. */
  @Transactional
  public int deliver(int most) {
    return fire(claim("true", most));
  }

  /** Delivers this one, unless another node has it; says how many it delivered. */
  @Transactional
  public int deliverOne(long id) {
    return fire(claim("id = " + id, 1));
  }

  /** What is due, without taking it. */
  @Transactional
  public List<Waiting> due(int most) {
    return select("true", most, "");
  }

  /** Tries again later, later each time. */
  @Transactional
  public void postpone(Waiting waiting, RuntimeException failure) {
    LOG.warnf(
        failure,
        "event %d %s was not taken and will be offered again",
        waiting.id(),
        waiting.topic());
    Duration wait = Duration.ofSeconds(1L << Math.min(waiting.attempts(), 10));
    Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    database.update(
        "update outbox set attempts = attempts + 1, due_at = ?, last_error = ? where id = ?",
        next,
        String.valueOf(failure),
        waiting.id());
  }

  private List<Waiting> claim(String which, int most) {
    return select(which, most, " for update skip locked");
  }

  private List<Waiting> select(String which, int most, String locking) {
    return database.list(
        "select id, topic, payload, attempts from outbox where done_at is null and due_at <= ? and "
            + which
            + " order by due_at, id limit ?"
            + locking,
        row ->
            new Waiting(
                row.whole("id"), row.text("topic"), row.text("payload"), row.integer("attempts")),
        clock.instant(),
        most);
  }

  private int fire(List<Waiting> claimed) {
    if (claimed.isEmpty()) {
      return 0;
    }
    for (Waiting waiting : claimed) {
      events.fire((DomainEvent) Json.read(waiting.payload(), TOPICS.get(waiting.topic())));
    }
    database.update(
        "update outbox set done_at = ? where id = any((select ?)::bigint[])",
        clock.instant(),
        claimed.stream().map(Waiting::id).toArray(Long[]::new));
    return claimed.size();
  }
}
