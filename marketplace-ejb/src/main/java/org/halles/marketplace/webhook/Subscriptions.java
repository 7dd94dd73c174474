package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Stale;
import org.halles.marketplace.shared.Vault;

/** The subscriptions of each owner; nobody reaches another's. */
@ApplicationScoped
class Subscriptions {

  /** As many as one owner may have. */
  static final int MOST = 20;

  /** How long a former secret signs too: time enough to bring the new one everywhere. */
  static final Duration OVERLAP = Duration.ofHours(24);

  private static final String NEWEST =
      """
      select * from webhook_subscription
       where owner = ? and (?::uuid is null or id < ?) order by id desc limit ?
      """;

  private Database database;
  private Vault vault;
  private Clock clock;

  protected Subscriptions() {}

  @Inject
  Subscriptions(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  Page<SubscriptionView> list(UUID owner, Paging paging) {
    Optional<Keys> after = paging.keys(1);
    UUID below = after.map(keys -> keys.uuid(0)).orElse(null);
    List<SubscriptionView> rows =
        database.list(NEWEST, this::read, owner, below, below, paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.id()));
  }

  /**
   * @throws NotFound also if it is another's
   */
  SubscriptionView get(UUID owner, UUID id) {
    return database
        .find(
            "select * from webhook_subscription where id = ? and owner = ?", this::read, id, owner)
        .orElseThrow(() -> new NotFound("webhook", id));
  }

  MadeSubscription add(UUID owner, SubscriptionInput input) {
    UUID id = Ids.next();
    SigningSecret secret = SigningSecret.fresh();
    int added =
        database.update(
            """
            insert into webhook_subscription
              (id, vendor_id, url, description, event_types, payload_version, status, secret,
               created_at)
            select ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?
             where (select count(*) from webhook_subscription where owner = ?) < ?
            """,
            id,
            owner.equals(Mailbag.MARKET) ? null : owner,
            input.url(),
            input.description(),
            input.eventTypes().toArray(String[]::new),
            input.version(),
            statusOf(input),
            closed(id, secret),
            clock.instant(),
            owner,
            MOST);
    if (added == 0) {
      throw WebhookRefused.tooMany(MOST);
    }
    return new MadeSubscription(get(owner, id), secret.text());
  }

  /** Changes it; what had waited while it was off or paused is sent if it is on now. */
  SubscriptionView change(UUID owner, UUID id, Integer expected, SubscriptionInput input) {
    SubscriptionView before = locked(owner, id);
    Stale.check(expected, before.version());
    database.update(
        """
        update webhook_subscription set url = ?, description = ?, event_types = ?,
               payload_version = ?, status = ?, paused_why = null, failures = 0, rest_until = null,
               slow = false, version = version + 1
         where id = ? and owner = ?
        """,
        input.url(),
        input.description(),
        input.eventTypes().toArray(String[]::new),
        input.version(),
        statusOf(input),
        id,
        owner);
    return get(owner, id);
  }

  private static SubscriptionStatus statusOf(SubscriptionInput input) {
    return input.active() ? SubscriptionStatus.ON : SubscriptionStatus.OFF;
  }

  /** A new secret; the former one signs too for a day. */
  MadeSubscription rotate(UUID owner, UUID id) {
    locked(owner, id);
    SigningSecret secret = SigningSecret.fresh();
    database.update(
        """
        update webhook_subscription set former_secret = secret, former_until = ?, secret = ?,
               version = version + 1
         where id = ? and owner = ?
        """,
        clock.instant().plus(OVERLAP),
        closed(id, secret),
        id,
        owner);
    return new MadeSubscription(get(owner, id), secret.text());
  }

  SubscriptionView remove(UUID owner, UUID id) {
    SubscriptionView before = locked(owner, id);
    database.update("delete from webhook_subscription where id = ? and owner = ?", id, owner);
    return before;
  }

  private SubscriptionView locked(UUID owner, UUID id) {
    return database
        .find(
            "select * from webhook_subscription where id = ? and owner = ? for update",
            this::read,
            id,
            owner)
        .orElseThrow(() -> new NotFound("webhook", id));
  }

  private byte[] closed(UUID id, SigningSecret secret) {
    return vault.seal(Sendings.seal(id), secret.key());
  }

  private SubscriptionView read(Row row) throws SQLException {
    Instant former = row.instant("former_until");
    return new SubscriptionView(
        row.uuid("id"),
        row.text("url"),
        row.text("description"),
        row.texts("event_types"),
        row.one("status", SubscriptionStatus.class),
        row.text("paused_why"),
        row.integer("payload_version"),
        former != null && former.isAfter(clock.instant()) ? former : null,
        row.instant("created_at"),
        row.instant("delivered_at"),
        row.integer("failures"),
        row.integer("version"));
  }
}
