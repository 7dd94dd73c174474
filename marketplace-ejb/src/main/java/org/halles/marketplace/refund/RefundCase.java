package org.halles.marketplace.refund;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.order.PaidOrder;
import org.halles.marketplace.payment.PaidWith;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * A purchase whose money may go back, locked.
 *
 * @param payments what paid for it, in the order in which it goes back
 * @param subjects what may go back, with everybody's shares of it
 */
record RefundCase(
    PaidOrder order, List<PaidWith> payments, List<Subject> subjects, List<PaidLine> lines) {

  CurrencyCode currency() {
    return order.total().currency();
  }

  /** What of the payments has not gone back. */
  Money moneyLeft() {
    return Money.sum(currency(), payments.stream().map(PaidWith::left).toList());
  }

  /** What a gateway took. */
  PaidWith money() {
    return payments.stream()
        .filter(PaidWith::isMoney)
        .findFirst()
        .orElseThrow(() -> new NotFound("payment at a gateway of order", order.number()));
  }

  /** What a part consists of. */
  List<Subject> subjectsOf(UUID part) {
    return subjects.stream().filter(one -> part.equals(one.vendorOrderId())).toList();
  }

  /**
   * To choose from what may go back.
   *
   * @param about number of the purchase or the part
   */
  Claim claim(String about) {
    return claim(about, subjects);
  }

  Claim claim(String about, List<Subject> from) {
    return new Claim(about, currency(), from, lines);
  }

  /** True if the buyer keeps nothing once these units went back. */
  boolean endsWith(Map<UUID, Integer> units) {
    return !units.isEmpty()
        && lines.stream().allMatch(line -> line.refundable() == units.getOrDefault(line.id(), 0));
  }

  /**
   * @throws CannotRefund naming what was asked and what of the payments is left, if that is less
   */
  void requireLeft(Money wanted) {
    if (wanted.compareTo(moneyLeft()) > 0) {
      throw CannotRefund.tooMuch(wanted, moneyLeft());
    }
  }

  /**
   * @param about number of the purchase or the part
   * @throws CannotRefund naming the first line of which fewer units are left
   */
  void requireLeft(String about, Map<UUID, Integer> units) {
    for (PaidLine line : lines) {
      int wanted = units.getOrDefault(line.id(), 0);
      if (wanted > line.refundable()) {
        throw CannotRefund.tooMany(about, line.sku(), wanted, line.refundable());
      }
    }
  }

  /**
   * @throws CannotRefund if of one of these shares less is left
   */
  void requireLeft(List<Taken> shares) {
    Map<Long, Leg> legs = new HashMap<>();
    subjects.forEach(one -> one.legs().forEach(leg -> legs.put(leg.id(), leg)));
    for (Taken one : shares) {
      Leg now = legs.get(one.leg().id());
      Money left = now.amount().minus(now.refunded());
      if (one.amount().compareTo(left) > 0) {
        throw CannotRefund.tooMuch(one.amount(), left);
      }
    }
  }
}
