package org.halles.launcher.replay;

import java.util.List;
import org.halles.launcher.replay.Purchase.Placed;

/**
 * Each order's total, compared with its prices and freights and with what was paid in the source.
 */
final class OrderComparison {
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
    for (Placed order : orders) {
      if (!order.isPlaced()) {
        System.out.printf("  order %s was refused: %s%n", order.source().id(), order.fault());
      } else if (!isAsPriced(order)) {
        System.out.printf(
            "  order %s: the marketplace says %s, price + freight are %s%n",
            order.source().id(), Amounts.text(order.total()), Amounts.text(order.source().total()));
      } else if (order.total() != order.source().paid()) {
        System.out.printf(
            "  order %s: price + freight %s, payments %s: the source itself differs by %s%n",
            order.source().id(),
            Amounts.text(order.source().total()),
            Amounts.text(order.source().paid()),
            Amounts.text(order.source().paid() - order.source().total()));
      }
    }
    return asPriced == orders.size();
  }

  private static boolean isAsPriced(Placed order) {
    return order.total() == order.source().total();
  }

  private void print(String what, long count) {
    System.out.printf("%-34s %,d of %,d%n", what, count, orders.size());
  }
}
