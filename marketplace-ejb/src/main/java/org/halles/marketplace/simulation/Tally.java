package org.halles.marketplace.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Adds up what past lines paid and would have paid. */
final class Tally {

  private static final int CASES = 10;
  private static final int FAULTS = 5;

  private final Map<String, Part> parts = new TreeMap<>();
  private final Set<String> faults = new LinkedHashSet<>();
  private long fallbacks;

  /** A vendor's order: what the rules in force and the other rules take of each of its lines. */
  void add(PastOrder order, List<List<Share>> inForce, List<List<Share>> tried) {
    for (int index = 0; index < order.lines().size(); index++) {
      add(order, order.lines().get(index), inForce.get(index), tried.get(index));
    }
  }

  private void add(PastOrder order, PastOrder.Line past, List<Share> inForce, List<Share> tried) {
    Money gross = past.sale().facts().lineTotal();
    count(tried);
    parts
        .computeIfAbsent(gross.currency().value(), code -> new Part(gross.currency()))
        .add(
            order.seller(),
            past,
            new Outcome.Line(
                order.number(),
                order.seller().name(),
                past.title(),
                gross,
                past.commission(),
                sum(inForce, gross.currency()),
                sum(tried, gross.currency())));
  }

  private static Money sum(List<Share> shares, CurrencyCode currency) {
    return Money.sum(currency, shares.stream().map(Share::amount).toList());
  }

  private void count(List<Share> shares) {
    List<Share> fallen = shares.stream().filter(share -> share.trace().fallback()).toList();
    fallbacks += fallen.isEmpty() ? 0 : 1;
    for (Share share : fallen) {
      if (faults.size() < FAULTS) {
        faults.add(share.trace().rule() + ": " + share.trace().reason());
      }
    }
  }

  Outcome outcome() {
    return new Outcome(
        parts.values().stream().map(Part::outcome).toList(), fallbacks, List.copyOf(faults));
  }

  /** The lines of one currency. */
  private static final class Part {
    private final CurrencyCode currency;
    private final Sum total;
    private final Map<String, Sum> vendors = new HashMap<>();
    private final Map<String, Sum> categories = new HashMap<>();
    private final Extremes dearer = new Extremes(Comparator.comparing(Part::difference));
    private final Extremes cheaper =
        new Extremes(Comparator.comparing(Part::difference).reversed());

    Part(CurrencyCode currency) {
      this.currency = currency;
      this.total = new Sum("", Texts.NONE, currency);
    }

    void add(PastOrder.Seller seller, PastOrder.Line past, Outcome.Line line) {
      total.add(line);
      vendors
          .computeIfAbsent(seller.slug(), slug -> new Sum(slug, Texts.of(seller.name()), currency))
          .add(line);
      categories
          .computeIfAbsent(past.category(), slug -> new Sum(slug, past.categoryName(), currency))
          .add(line);
      if (difference(line) > 0) {
        dearer.add(line);
      } else if (difference(line) < 0) {
        cheaper.add(line);
      }
    }

    private static long difference(Outcome.Line line) {
      return line.getDifference().minor();
    }

    Outcome.InCurrency outcome() {
      return new Outcome.InCurrency(
          currency.value(),
          total.change(),
          rows(vendors),
          rows(categories),
          dearer.worstFirst(),
          cheaper.worstFirst());
    }

    private static List<Outcome.Row> rows(Map<String, Sum> sums) {
      return sums.values().stream()
          .map(Sum::row)
          .sorted(
              Comparator.comparingLong(
                      (Outcome.Row row) -> -Math.abs(row.change().getDifference().minor()))
                  .thenComparing(Outcome.Row::slug))
          .toList();
    }
  }

  /** The few lines that lie farthest out. */
  private static final class Extremes {
    private final Comparator<Outcome.Line> order;
    private final PriorityQueue<Outcome.Line> kept;

    Extremes(Comparator<Outcome.Line> order) {
      this.order = order;
      this.kept = new PriorityQueue<>(order);
    }

    void add(Outcome.Line line) {
      kept.add(line);
      if (kept.size() > CASES) {
        kept.remove();
      }
    }

    List<Outcome.Line> worstFirst() {
      return kept.stream().sorted(order.reversed().thenComparing(Outcome.Line::order)).toList();
    }
  }

  /** One row, while lines come in. */
  private static final class Sum {
    private final String slug;
    private final Texts name;
    private long lines;
    private long changed;
    private Money gross;
    private Money paid;
    private Money before;
    private Money after;

    Sum(String slug, Texts name, CurrencyCode currency) {
      this.slug = slug;
      this.name = name;
      this.gross = Money.zero(currency);
      this.paid = gross;
      this.before = gross;
      this.after = gross;
    }

    void add(Outcome.Line line) {
      lines++;
      changed += line.getDifference().isZero() ? 0 : 1;
      gross = gross.plus(line.gross());
      paid = paid.plus(line.paid());
      before = before.plus(line.before());
      after = after.plus(line.after());
    }

    Outcome.Change change() {
      return new Outcome.Change(lines, changed, gross, paid, before, after);
    }

    Outcome.Row row() {
      return new Outcome.Row(slug, name, change());
    }
  }
}
