package org.halles.web.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * Amounts by business day as bars, ready to be drawn: one bar a day from the first to the last, in
 * one currency.
 */
public final class DailyBars {

  /** The box the bars are drawn in. */
  public static final int WIDTH = 720;

  public static final int HEIGHT = 180;
  private static final int MOST_DAYS = 92;

  private final List<Bar> bars;

  private DailyBars(List<Bar> bars) {
    this.bars = List.copyOf(bars);
  }

  /**
   * One day.
   *
   * @param amount of that day; a day below zero has no bar but is in the table
   */
  public record Bar(LocalDate day, Money amount, int x, int y, int width, int height) {}

  /** Adds things up by day; things in another currency than the first are left out. */
  public static <T> DailyBars of(
      Collection<T> things, Function<T, Instant> moment, Function<T, Money> amount) {
    TreeMap<LocalDate, Money> days = new TreeMap<>();
    CurrencyCode currency = null;
    for (T thing : things) {
      Money money = amount.apply(thing);
      currency = currency == null ? money.currency() : currency;
      if (money.currency().equals(currency)) {
        days.merge(moment.apply(thing).atZone(Moments.ZONE).toLocalDate(), money, Money::plus);
      }
    }
    return days.isEmpty() ? new DailyBars(List.of()) : new DailyBars(draw(days, currency));
  }

  /** Sums that are already by day. */
  public static DailyBars of(TreeMap<LocalDate, Money> days) {
    return days.isEmpty()
        ? new DailyBars(List.of())
        : new DailyBars(draw(days, days.firstEntry().getValue().currency()));
  }

  private static List<Bar> draw(TreeMap<LocalDate, Money> days, CurrencyCode currency) {
    LocalDate last = days.lastKey();
    LocalDate first = days.firstKey();
    LocalDate from =
        first.isBefore(last.minusDays(MOST_DAYS - 1L)) ? last.minusDays(MOST_DAYS - 1L) : first;
    int count = (int) (last.toEpochDay() - from.toEpochDay()) + 1;
    Map<LocalDate, Money> shown = days.tailMap(from);
    long highest = shown.values().stream().mapToLong(Money::minor).max().orElse(0);
    int step = Math.min(WIDTH / count, 48);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LocalDate day = from.plusDays(i);
      Money amount = shown.getOrDefault(day, Money.zero(currency));
      int height = highest <= 0 ? 0 : (int) (Math.max(0, amount.minor()) * (HEIGHT - 10) / highest);
      bars.add(new Bar(day, amount, i * step, HEIGHT - height, Math.max(2, step - 4), height));
    }
    return bars;
  }

  public List<Bar> getBars() {
    return bars;
  }

  /** True if there is anything to draw. */
  public boolean isAny() {
    return !bars.isEmpty();
  }

  public Bar getFirst() {
    return bars.get(0);
  }

  public Bar getLast() {
    return bars.get(bars.size() - 1);
  }

  /** The largest day, for the label of the scale. */
  public Money getHighest() {
    return bars.stream().map(Bar::amount).reduce(Money::max).orElseThrow();
  }
}
