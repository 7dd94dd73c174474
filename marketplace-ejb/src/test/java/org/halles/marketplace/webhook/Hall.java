package org.halles.marketplace.webhook;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.RealDatabase;
import org.halles.marketplace.shared.Vault;

/** The room over a real database, with a clock that is turned by hand and no threads of its own. */
final class Hall {

  final RealDatabase real = RealDatabase.get();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final Map<Object, Object> batch = new HashMap<>();
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  final Sendings sendings;
  final Subscriptions subscriptions;
  final DeliveryLog log;
  final Forgetting forgetting;
  private final Announcer announcer;
  private final Round round;

  Hall(Path folder, Courier courier) {
    Vault vault = new Vault(folder.resolve("vault.key"));
    AfterCommit afterCommit = real.afterCommit();
    sendings = new Sendings(real.database(), vault, clock);
    Outbox outbox = new Outbox(real.database(), new AfterCommit(nothingAfter()), null);
    round = new Round(sendings, courier, new Outcomes(real.database(), outbox, clock), clock);
    Rounds rounds = new Rounds(sendings, round, null);
    subscriptions = new Subscriptions(real.database(), vault, clock);
    log = new DeliveryLog(real.database(), afterCommit, rounds, clock);
    forgetting = new Forgetting(real.database(), clock);
    announcer =
        new Announcer(
            new Mailbag(real.database(), transaction(), afterCommit, rounds, clock),
            new OrderNews(new Parts(real.database()), new LowStock(real.database())),
            new MarketNews(real.database()));
    doing(() -> real.database().update("delete from webhook_subscription"));
  }

  /** Calls whoever the receivers are. */
  static Courier calling(Receiver... receivers) {
    return new Courier(
        Set.of(Arrays.stream(receivers).map(Receiver::host).toArray(String[]::new)),
        Duration.ofSeconds(30));
  }

  /** Remembers as long as one batch of events lasts. */
  private TransactionSynchronizationRegistry transaction() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, given) ->
                switch (method.getName()) {
                  case "getResource" -> batch.get(given[0]);
                  case "putResource" -> {
                    batch.put(given[0], given[1]);
                    yield null;
                  }
                  default -> null;
                });
  }

  private static TransactionSynchronizationRegistry nothingAfter() {
    return (TransactionSynchronizationRegistry)
        Proxy.newProxyInstance(
            Hall.class.getClassLoader(),
            new Class<?>[] {TransactionSynchronizationRegistry.class},
            (proxy, method, given) -> null);
  }

  Instant now() {
    return now;
  }

  void turn(Duration by) {
    now = now.plus(by);
  }

  <T> T doing(Supplier<T> work) {
    return real.inTransaction(work);
  }

  /** Events that the outbox delivers together. */
  void happens(DomainEvent... events) {
    doing(
        () -> {
          batch.clear();
          List.of(events).forEach(announcer::on);
          return null;
        });
  }

  MadeSubscription subscribed(UUID owner, String url, String... types) {
    return doing(
        () -> subscriptions.add(owner, new SubscriptionInput(url, null, List.of(types), true, 1)));
  }

  UUID vendor() {
    UUID vendor = UUID.randomUUID();
    doing(
        () ->
            real.database()
                .update(
                    """
                    insert into vendor (id, slug, name, kind, country, status, created_at)
                    values (?, ?, 'Stall', 'PROFESSIONAL', 'FR', 'APPROVED', now())
                    """,
                    vendor,
                    "it-" + vendor));
    return vendor;
  }

  /** Everybody who may be served now is. */
  void sendOut() {
    for (boolean slow : List.of(false, true)) {
      doing(() -> sendings.take(slow, 100)).forEach(this::serve);
    }
  }

  private void serve(UUID subscription) {
    doing(
        () -> {
          round.serve(subscription);
          return null;
        });
  }

  SubscriptionView view(MadeSubscription made) {
    UUID owner =
        real.database()
            .find(
                "select owner from webhook_subscription where id = ?",
                row -> row.uuid("owner"),
                made.subscription().id())
            .orElseThrow();
    return doing(() -> subscriptions.get(owner, made.subscription().id()));
  }

  List<DeliveryView> deliveries(MadeSubscription made) {
    return doing(() -> log.list(made.subscription().id(), null, Paging.of(100, null)).items());
  }

  DeliveryDetail detail(MadeSubscription made, DeliveryView delivery) {
    return doing(() -> log.get(made.subscription().id(), delivery.id()));
  }
}
