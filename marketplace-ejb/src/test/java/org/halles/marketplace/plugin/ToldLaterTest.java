package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.testing.Marketplace;
import org.halles.spi.Money;
import org.halles.spi.PluginEvent;
import org.junit.jupiter.api.Test;

/** What durable observers still have to be told is kept until they take it. */
class ToldLaterTest {

  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  private final Database database = Marketplace.get(Database.class);
  private final String observer = "warehouse-" + UUID.randomUUID();
  private final PluginEvent paid =
      new PluginEvent.OrderPaid(
          "order-paid:" + observer,
          "H-1",
          Money.of(1_500, "EUR"),
          List.of(
              new PluginEvent.Part("v", "H-1-1", Money.of(1_000, "EUR"), Money.of(1_500, "EUR"))),
          NOON);

  @Test
  void anEventIsKeptOnceAndTakenAsItWas() {
    add();
    add();

    assertThat(take(NOON)).get().extracting(ToldLater.Waiting::event).isEqualTo(paid);
    assertThat(take(NOON)).isEmpty();
  }

  @Test
  void whatWasTakenAndNeverFinishedIsTakenAgainAndWhatIsDoneIsNot() {
    add();
    take(NOON);
    Instant later = NOON.plus(Duration.ofMinutes(2));

    ToldLater.Waiting again = take(later).orElseThrow();
    assertThat(again.attempts()).isEqualTo(2);
    Marketplace.inTransaction(() -> finish(later, again));

    assertThat(take(later.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void whoRefusesIsToldAgainForThreeDays() {
    add();
    ToldLater.Waiting refused = take(NOON).orElseThrow();
    postpone(NOON, refused);
    assertThat(take(NOON)).isEmpty();

    Instant muchLater = NOON.plus(ToldLater.PATIENCE).plusSeconds(1);
    postpone(muchLater, take(muchLater).orElseThrow());
    assertThat(take(muchLater.plus(Duration.ofDays(1)))).isEmpty();
  }

  private ToldLater at(Instant now) {
    return new ToldLater(database, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void add() {
    Marketplace.inTransaction(
        () -> {
          at(NOON).add(List.of(observer), paid);
          return null;
        });
  }

  private Optional<ToldLater.Waiting> take(Instant now) {
    return Marketplace.inTransaction(() -> at(now).take(List.of(observer, "somebody-else")));
  }

  private Void finish(Instant now, ToldLater.Waiting told) {
    at(now).done(told);
    return null;
  }

  private void postpone(Instant now, ToldLater.Waiting told) {
    Marketplace.inTransaction(
        () -> {
          at(now).postpone(told);
          return null;
        });
  }
}
