package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.DomainEvent.OrderExpired;
import org.halles.marketplace.testing.Listeners;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private final Outbox outbox = Marketplace.get(Outbox.class);
  private final OutboxWorker worker = Marketplace.get(OutboxWorker.class);

  @Test
  void anEventIsDeliveredAsItWasWritten() {
    OrderExpired event = add("H-1");

    deliverAll();

    assertThat(Listeners.heard()).contains(event);
  }

  @Test
  void anEventOfARolledBackTransactionNeverHappened() {
    OrderExpired event = expired("H-2");
    try {
      Marketplace.inTransaction(
          () -> {
            outbox.add(event);
            throw new IllegalStateException("after all not");
          });
    } catch (IllegalStateException rolledBack) {
      // as it should
    }

    deliverAll();

    assertThat(Listeners.heard()).doesNotContain(event);
  }

  @Test
  void oneEventThatFailsWaitsAndHoldsUpNoOther() {
    OrderExpired bad = add(Listeners.FAILS);
    OrderExpired good = add("H-3");

    deliverAll();

    assertThat(Listeners.heard()).contains(good).doesNotContain(bad);
    assertThat(
            Market.count(
                "select count(*) as n from outbox where done_at is null and attempts = 1"
                    + " and due_at > now() and last_error like '%no listener today%'"))
        .isPositive();
  }

  @Test
  void whatWasDeliveredLongAgoIsThrownAwayAndWhatWaitsIsNot() throws Exception {
    OrderExpired old = add("H-old");
    deliverAll();
    OrderExpired waiting = add("H-waiting");

    Marketplace.get(PlatformClock.class)
        .at(
            Instant.now().plus(Housekeeping.KEPT).plusSeconds(60),
            () -> {
              while (Marketplace.get(Housekeeping.class).tidy()) {
                // until it is tidy
              }
              return null;
            });

    assertThat(rowsOf(old)).isZero();
    assertThat(rowsOf(waiting)).isEqualTo(1);
  }

  private static long rowsOf(OrderExpired event) {
    return Market.count(
        "select count(*) as n from outbox where payload ->> 'orderGroupId' = ?",
        event.orderGroupId().toString());
  }

  private OrderExpired add(String number) {
    OrderExpired event = expired(number);
    Marketplace.inTransaction(
        () -> {
          outbox.add(event);
          return null;
        });
    return event;
  }

  private static OrderExpired expired(String number) {
    return new OrderExpired(UUID.randomUUID(), number, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private void deliverAll() {
    while (worker.deliver()) {
      // until it is empty
    }
  }
}
