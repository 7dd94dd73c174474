package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** What was sent to a subscription, what came of it, and what is sent by hand. */
@ApplicationScoped
class DeliveryLog {

  private static final String WITH_LAST_ATTEMPT =
      """
      select d.*, last.status_code, last.fault from webhook_delivery d
        left join lateral (select a.status_code, a.fault from webhook_attempt a
                            where a.delivery_id = d.id order by a.id desc limit 1) last on true
      """;

  private Database database;
  private AfterCommit afterCommit;
  private Rounds rounds;
  private Clock clock;

  protected DeliveryLog() {}

  @Inject
  DeliveryLog(Database database, AfterCommit afterCommit, Rounds rounds, Clock clock) {
    this.database = database;
    this.afterCommit = afterCommit;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** A row and where it stands in the log. */
  private record Placed(DeliveryView delivery, long seq) {}

  /**
   * Newest first.
   *
   * @param status only these, or null for all
   */
  Page<DeliveryView> list(UUID subscription, DeliveryStatus status, Paging paging) {
    Optional<Keys> after = paging.keys(1);
    List<Placed> rows =
        database.list(
            WITH_LAST_ATTEMPT
                + " where d.subscription_id = ?"
                + (status == null ? "" : " and d.status = '" + status.name() + "'")
                + " and d.seq < ? order by d.seq desc limit ?",
            row -> new Placed(read(row), row.whole("seq")),
            subscription,
            after.map(keys -> keys.whole(0)).orElse(Long.MAX_VALUE),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.seq())).map(Placed::delivery);
  }

  /**
   * @throws NotFound if this subscription has none like it
   */
  DeliveryDetail get(UUID subscription, UUID delivery) {
    record Found(DeliveryView delivery, String body) {}
    Found found =
        database
            .find(
                WITH_LAST_ATTEMPT + " where d.id = ? and d.subscription_id = ?",
                row -> new Found(read(row), row.text("body")),
                delivery,
                subscription)
            .orElseThrow(() -> new NotFound("delivery", delivery));
    List<AttemptView> attempts =
        database.list(
            "select * from webhook_attempt where delivery_id = ? order by id desc limit 100",
            DeliveryLog::attempt,
            delivery);
    return new DeliveryDetail(found.delivery(), found.body(), attempts);
  }

  /** Puts a test into the bag. */
  DeliveryView ping(UUID subscription) {
    Instant now = clock.instant();
    UUID id = Ids.next();
    database.update(
        """
        insert into webhook_delivery
          (id, subscription_id, event_key, type, body, status, created_at, due_at)
        values (?, ?, ?, ?, ?, 'WAITING', ?, ?)
        """,
        id,
        subscription,
        EventType.PING + ":" + id,
        EventType.PING,
        Announcement.body(EventType.PING, now, Map.of("subscription", subscription)),
        now,
        now);
    atOnce(subscription);
    return get(subscription, id).delivery();
  }

  /**
   * Sends a message again, under its number, with all its attempts before it.
   *
   * @throws NotFound if this subscription has none like it
   */
  DeliveryView sendAgain(UUID subscription, UUID delivery) {
    Instant now = clock.instant();
    int queued =
        database.update(
            """
            update webhook_delivery set status = 'WAITING', attempts = 0, due_at = ?,
                   first_tried_at = null, settled_at = null
             where id = ? and subscription_id = ?
            """,
            now,
            delivery,
            subscription);
    if (queued == 0) {
      throw new NotFound("delivery", delivery);
    }
    atOnce(subscription);
    return get(subscription, delivery).delivery();
  }

  /** What a person asks for does not wait until a receiver has rested. */
  private void atOnce(UUID subscription) {
    database.update("update webhook_subscription set rest_until = null where id = ?", subscription);
    afterCommit.run(rounds::wake);
  }

  private static DeliveryView read(Row row) throws SQLException {
    DeliveryStatus status = row.one("status", DeliveryStatus.class);
    return new DeliveryView(
        row.uuid("id"),
        "msg_" + row.uuid("id"),
        row.text("type"),
        status,
        row.integer("attempts"),
        row.instant("created_at"),
        status == DeliveryStatus.WAITING ? row.instant("due_at") : null,
        row.instant("settled_at"),
        row.integerOrNull("status_code"),
        row.one("fault", AttemptFault.class));
  }

  private static AttemptView attempt(Row row) throws SQLException {
    return new AttemptView(
        row.instant("at"),
        row.integer("millis"),
        row.integerOrNull("status_code"),
        row.one("fault", AttemptFault.class),
        row.text("answer"));
  }
}
