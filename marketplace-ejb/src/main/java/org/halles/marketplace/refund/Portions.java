package org.halles.marketplace.refund;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.marketplace.payment.PaidWith;
import org.halles.spi.Money;

/**
 * By which means an amount goes back to the buyer.
 *
 * @param each what goes back by each means, a gateway's money first
 * @param otherwise through which gateway the first goes instead of the one that took it, or null
 */
record Portions(List<PaidWith> each, String otherwise) {

  /**
   * @param instead through which gateway what a gateway took goes back, or null: through its own
   */
  static Portions of(Money amount, List<PaidWith> payments, String instead) {
    List<PaidWith> each = PaidWith.back(amount, payments);
    boolean money = !each.isEmpty() && each.get(0).isMoney();
    return new Portions(each, money ? instead : null); // what credit paid goes back to that credit
  }

  boolean isEmpty() {
    return each.isEmpty();
  }

  PaidWith first() {
    return each.get(0);
  }

  /** Through which the first goes back. */
  String gateway() {
    return otherwise == null ? first().charge().gateway() : otherwise;
  }

  /** What goes back after the first did. */
  List<PaidWith> others() {
    return each.stream().skip(1).toList();
  }

  Map<String, Money> byGateway() {
    Map<String, Money> amounts = new TreeMap<>();
    for (PaidWith portion : each) {
      boolean first = amounts.isEmpty();
      amounts.merge(first ? gateway() : portion.charge().gateway(), portion.left(), Money::plus);
    }
    return amounts;
  }
}
