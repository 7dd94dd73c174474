package org.halles.launcher.replay;

import java.util.List;
import java.util.stream.Stream;
import org.halles.launcher.replay.Purchase.Placed;

/**
 * Each order's total, compared with its prices and freights and with what was paid in the source.
 */
final class OrderComparison {
  private static final int NAMED = 20;

  private final List<Placed> orders;

  OrderComparison(List<Placed> orders) {
    this.orders = orders;
  }

  /**
   * Prints the comparison; true if every order was placed at the source's prices. A source whose
   * payments differ from its own prices is named and does not count as our difference.
   */
  boolean print() {
    List<Placed> placed = orders.stream().filter(Placed::isPlaced).toList();
    long asPriced = placed.stream().filter(OrderComparison::isAsPriced).count();
    long asPaid = placed.stream().filter(order -> order.total() == order.source().paid()).count();
    print("orders placed", placed.size());
    print("totals equal to price + freight", asPriced);
    print("totals equal to the payments", asPaid);
    List<String> differences = orders.stream().flatMap(OrderComparison::difference).toList();
    differences.stream().limit(NAMED).forEach(difference -> System.out.println("  " + difference));
    if (differences.size() > NAMED) {
      System.out.printf("  ... and %d more%n", differences.size() - NAMED);
    }
    return asPriced == orders.size();
  }

  private static Stream<String> difference(Placed order) {
    SourceOrder source = order.source();
    if (!order.isPlaced()) {
      return Stream.of("order " + source.id() + " was refused: " + order.fault());
    }
    if (!isAsPriced(order)) {
      return Stream.of(
          String.format(
              "order %s: the marketplace says %s, price + freight are %s",
              source.id(), Amounts.text(order.total()), Amounts.text(source.total())));
    }
    if (order.total() != source.paid()) {
      return Stream.of(
          String.format(
              "order %s: price + freight %s, payments %s: the source itself differs by %s",
              source.id(),
              Amounts.text(source.total()),
              Amounts.text(source.paid()),
              Amounts.text(source.paid() - source.total())));
    }
    return Stream.empty();
  }

  private static boolean isAsPriced(Placed order) {
    return order.total() == order.source().total();
  }

  private void print(String what, long count) {
    System.out.printf("%-34s %,d of %,d%n", what, count, orders.size());
  }
}
