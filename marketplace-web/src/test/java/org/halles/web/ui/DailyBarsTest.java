package org.halles.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

class DailyBarsTest {

  private record Sale(Instant at, Money amount) {}

  @Test
  void sales_of_one_business_day_stand_in_one_bar() {
    DailyBars bars =
        bars(
            sale("2026-11-20T22:59:59Z", 500),
            sale("2026-11-20T23:30:00Z", 300), // already the 21st in Paris
            sale("2026-11-21T12:00:00Z", 200));

    assertThat(bars.getBars())
        .extracting(DailyBars.Bar::day, DailyBars.Bar::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 20), eur(500)),
            org.assertj.core.groups.Tuple.tuple(LocalDate.of(2026, 11, 21), eur(500)));
  }

  @Test
  void days_without_sales_are_drawn_as_nothing() {
    DailyBars bars = bars(sale("2026-11-01T12:00:00Z", 100), sale("2026-11-04T12:00:00Z", 50));

    assertThat(bars.getBars()).extracting(DailyBars.Bar::height).containsExactly(170, 0, 0, 85);
    assertThat(bars.getHighest()).isEqualTo(eur(100));
  }

  @Test
  void only_the_last_quarter_is_drawn() {
    DailyBars bars = bars(sale("2026-01-01T12:00:00Z", 900), sale("2026-11-04T12:00:00Z", 50));

    assertThat(bars.getBars()).hasSize(92);
    assertThat(bars.getHighest()).isEqualTo(eur(50));
  }

  @Test
  void a_currency_is_never_added_to_another() {
    DailyBars bars =
        bars(
            sale("2026-11-04T12:00:00Z", 50),
            new Sale(Instant.parse("2026-11-04T13:00:00Z"), Money.of(7, "BRL")));

    assertThat(bars.getFirst().amount()).isEqualTo(eur(50));
  }

  @Test
  void nothing_sold_is_nothing_to_draw() {
    assertThat(bars().isAny()).isFalse();
  }

  private static DailyBars bars(Sale... sales) {
    return DailyBars.of(List.of(sales), Sale::at, Sale::amount);
  }

  private static Sale sale(String at, long minor) {
    return new Sale(Instant.parse(at), eur(minor));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
