package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Vault;

/** Who is served by whom, and which message is next. Safe with any number of servers. */
@ApplicationScoped
class Sendings {

  /** Whoever serves a subscription and dies is followed by another after this. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String TAKE =
      """
      update webhook_subscription set busy_until = ?, served_at = ?
       where id in (
         select s.id from webhook_subscription s
          where s.status = 'ON' and s.slow = ?
            and (s.busy_until is null or s.busy_until <= ?)
            and (s.rest_until is null or s.rest_until <= ?)
            and exists (select 1 from webhook_delivery d where d.subscription_id = s.id
                           and d.status = 'WAITING' and d.due_at <= ?)
          order by s.served_at nulls first limit ? for update of s skip locked)
      returning id
      """;

  private static final String NEXT =
      """
      select d.id, d.body, d.attempts, d.first_tried_at, s.id as subscription_id, s.vendor_id,
             s.url, s.secret, case when s.former_until > ? then s.former_secret end as former
        from webhook_subscription s
        cross join lateral (
          select * from webhook_delivery w
           where w.subscription_id = s.id and w.status = 'WAITING' and w.due_at <= ?
           order by w.seq limit 1) d
       where s.id = ? and s.status = 'ON'
      """;

  private Database database;
  private Vault vault;
  private Clock clock;

  protected Sendings() {}

  @Inject
  Sendings(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** What a subscription's secrets are sealed for. */
  static String seal(UUID subscription) {
    return "webhook-secret:" + subscription;
  }

  /**
   * Takes subscriptions for which something is due, those first that waited longest; nobody else
   * serves them until they are let go.
   */
  @Transactional
  public List<UUID> take(boolean slow, int most) {
    if (most == 0) {
      return List.of();
    }
    Instant now = clock.instant();
    return database.list(
        TAKE, row -> row.uuid("id"), now.plus(LEASE), now, slow, now, now, now, most);
  }

  @Transactional
  public void letGo(UUID subscription) {
    database.update("update webhook_subscription set busy_until = null where id = ?", subscription);
  }

  /** The oldest message that is due for it. */
  @Transactional
  public Optional<Parcel> next(UUID subscription) {
    Instant now = clock.instant();
    return database.find(NEXT, this::read, now, now, subscription);
  }

  private Parcel read(Row row) throws SQLException {
    UUID subscription = row.uuid("subscription_id");
    List<SigningSecret> secrets = new ArrayList<>();
    secrets.add(open(subscription, row.bytes("secret")));
    if (row.bytes("former") != null) {
      secrets.add(open(subscription, row.bytes("former")));
    }
    return new Parcel(
        row.uuid("id"),
        subscription,
        row.uuid("vendor_id"),
        row.text("url"),
        row.text("body"),
        row.integer("attempts"),
        row.instant("first_tried_at"),
        secrets);
  }

  private SigningSecret open(UUID subscription, byte[] closed) {
    return SigningSecret.of(vault.open(seal(subscription), closed));
  }
}
