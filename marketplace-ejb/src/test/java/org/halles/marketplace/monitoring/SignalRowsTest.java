package org.halles.marketplace.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.Sweeps;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.junit.jupiter.api.Test;

/** Other tests leave things open too, so each looks at what changes. */
class SignalRowsTest {

  private final SignalRows rows = new SignalRows(Market.database());
  private final Checkout checkout = Marketplace.get(Checkout.class);
  private final PlatformClock clock = Marketplace.get(PlatformClock.class);

  @Test
  void aPaymentWithoutAnAnswerIsSeenAfterFiveMinutesAndNoMoreOnceItIsDecided() throws Exception {
    Instant soon = clock.instant().plus(Duration.ofMinutes(6));
    long before = look(soon).undecidedPayments();
    checkout.pay(Market.basket(Market.article(1000, 3)).pay("lost-answer"));

    assertThat(look(clock.instant()).undecidedPayments()).isLessThanOrEqualTo(before);
    assertThat(look(soon).undecidedPayments()).isEqualTo(before + 1);
    Sweeps.everything(soon);
    assertThat(look(soon).undecidedPayments()).isLessThanOrEqualTo(before);
  }

  @Test
  void paymentsOfTheLastQuarterOfAnHourAreCountedByTheirEnd() throws Exception {
    Instant day = Instant.parse("2119-05-01T12:00:00Z");
    clock.at(day, () -> checkout.pay(Market.basket(Market.article(1000, 3)).pay("approved")));

    assertThat(look(day.plusSeconds(60)).approvedPayments()).isEqualTo(1);
    assertThat(look(day.plus(Duration.ofMinutes(16))).approvedPayments()).isZero();
  }

  @Test
  void eventsThatNobodyHeardAreCountedAndTheOldestIsTimed() throws Exception {
    Instant due = Instant.parse("2001-01-01T00:00:00Z");
    long waiting = look(due.plusSeconds(90)).waitingEvents();
    UUID id = UUID.randomUUID();
    Marketplace.inTransaction(
        () ->
            Market.database()
                .update(
                    "insert into outbox (id, topic, payload, created_at, due_at)"
                        + " values (nextval('outbox_seq'), ?, '{}', ?, ?)",
                    id.toString(),
                    due,
                    due));

    Signals seen = look(due.plusSeconds(90));

    assertThat(seen.waitingEvents()).isEqualTo(waiting + 1);
    assertThat(seen.oldestEventSeconds()).isEqualTo(90);
    Marketplace.inTransaction(
        () -> Market.database().update("delete from outbox where topic = ?", id.toString()));
  }

  @Test
  void whenTheBooksWereLastFoundRightIsTold() {
    Instant begin = clock.instant();
    Marketplace.asSystem(Marketplace.get(Books.class)::check);

    assertThat(look(clock.instant()).booksRightAt()).isAfterOrEqualTo(begin.minusSeconds(1));
  }

  @Test
  void booksThatWereNeverFoundRightAreAsOldAsTheMarketplace() {
    Instant opened =
        Marketplace.inTransaction(
            () ->
                Market.database()
                    .find(
                        "select min(installed_on)::timestamptz as at from flyway_schema_history",
                        row -> row.instant("at"))
                    .orElseThrow());
    List<Signals> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                Marketplace.inTransaction(
                    () -> {
                      Market.database().update("delete from books_checkpoint");
                      seen.add(rows.read(clock.instant(), 0));
                      throw new IllegalStateException("as if nothing had been");
                    }))
        .hasStackTraceContaining("as if nothing had been");

    assertThat(seen).singleElement().extracting(Signals::booksRightAt).isEqualTo(opened);
  }

  private Signals look(Instant at) {
    return Marketplace.inTransaction(() -> rows.read(at, 0));
  }
}
