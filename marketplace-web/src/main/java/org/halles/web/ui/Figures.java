package org.halles.web.ui;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halles.marketplace.reporting.Day;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Days of a period ready to be shown: in the currency most was sold in, with sums and charts. */
public final class Figures {

  /** The periods to choose from, in days. */
  public static final List<Integer> PERIODS = List.of(7, 30, 90);

  private final List<Day> days;
  private final CurrencyCode currency;

  public Figures(List<Day> all) {
    this.currency = mostSold(all);
    this.days = all.stream().filter(day -> day.sales().currency().equals(currency)).toList();
  }

  private static CurrencyCode mostSold(List<Day> all) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                day -> day.sales().currency(), Collectors.summingInt(Day::orders)))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .orElse(CurrencyCode.of("EUR"));
  }

  /** The period an address asks for; a month where it asks for none we have. */
  public static int period(String asked) {
    return PERIODS.stream().filter(one -> one.toString().equals(asked)).findFirst().orElse(30);
  }

  public boolean isAny() {
    return !days.isEmpty();
  }

  public Money getSales() {
    return sum(Day::sales);
  }

  public Money getPart() {
    return sum(Day::part);
  }

  public int getOrders() {
    return days.stream().mapToInt(Day::orders).sum();
  }

  /** The part of a hundred, with one digit; nothing before the first sale. */
  public String getShare() {
    long sales = getSales().minor();
    return sales == 0 ? "–" : share(getPart().minor(), sales);
  }

  private static String share(long part, long whole) {
    return Functions.percent(Rate.of(Math.round(part * 1000.0 / whole), 1000));
  }

  public DailyBars getSalesBars() {
    return bars(Day::sales);
  }

  public DailyBars getPartBars() {
    return bars(Day::part);
  }

  private Money sum(Function<Day, Money> amount) {
    return Money.sum(currency, days.stream().map(amount).toList());
  }

  private DailyBars bars(Function<Day, Money> amount) {
    TreeMap<LocalDate, Money> sums = new TreeMap<>();
    days.forEach(day -> sums.put(day.day(), amount.apply(day)));
    return DailyBars.of(sums);
  }
}
