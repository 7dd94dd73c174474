package org.halles.marketplace.refund;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.order.PaidLine;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.spi.CurrencyCode;
import org.halles.spi.LargestDeficit;
import org.halles.spi.Money;

/**
 * Works out what a request gives back: of which legs how much, and of which lines how many units.
 * Pure.
 */
final class Claim {

  /**
   * The outcome.
   *
   * @param amount what the buyer gets
   * @param taken empty only for what the platform gives of its own
   * @param units by line; empty where an amount was asked for
   */
  record Result(Money amount, List<Taken> taken, Map<UUID, Integer> units) {}

  private final String number;
  private final CurrencyCode currency;
  private final List<Subject> subjects;
  private final Map<UUID, PaidLine> lines = new HashMap<>();

  /**
   * @param number of what is refunded, for refusals
   * @param subjects what may be given back from
   * @param lines all of the purchase
   */
  Claim(String number, CurrencyCode currency, List<Subject> subjects, List<PaidLine> lines) {
    this.number = number;
    this.currency = currency;
    this.subjects = subjects;
    lines.forEach(line -> this.lines.put(line.id(), line));
  }

  /**
   * @throws CannotRefund if nothing or too little is left
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong with the request
   */
  Result of(RefundRequest request) {
    check(request);
    Result result = request.amount() == null ? ofLines(request) : ofAmount(request.amount());
    if (result.taken().isEmpty()) {
      throw CannotRefund.nothingLeft(number);
    }
    return result;
  }

  /** Everything of these units and subjects; of no money at all if it went back already. */
  Result ofAll(Map<UUID, Integer> units, List<Subject> besides) {
    Result result = ofUnits(units);
    List<Taken> taken = new ArrayList<>(result.taken());
    Money amount = result.amount();
    for (Subject subject : besides) {
      taken.addAll(subject.giveBack(subject.left()));
      amount = amount.plus(subject.left());
    }
    return new Result(amount, taken, units);
  }

  /** The same, and with the last unit of all what the buyer gave to others. */
  Result withContributions(Result result) {
    boolean everything =
        !result.units().isEmpty()
            && lines.values().stream()
                .allMatch(line -> line.refundable() == result.units().getOrDefault(line.id(), 0));
    List<Taken> taken = new ArrayList<>(result.taken());
    Money amount = result.amount();
    for (Subject subject : subjects) {
      boolean there = taken.stream().anyMatch(one -> subject.legs().contains(one.leg()));
      if (everything && subject.isContribution() && !there) {
        taken.addAll(subject.giveBack(subject.left()));
        amount = amount.plus(subject.left());
      }
    }
    return new Result(amount, taken, result.units());
  }

  /** These units, and so much of what their delivery cost, as far as it is left. */
  Result ofUnitsAndDelivery(
      Map<UUID, Integer> units, UUID part, Money delivery, List<Subject> besides) {
    Result result = ofAll(units, besides);
    List<Taken> taken = new ArrayList<>(result.taken());
    Money amount = result.amount();
    for (Subject subject : subjects) {
      if (subject.isShipping() && subject.vendorOrderId().equals(part)) {
        Money back = delivery.min(subject.left());
        taken.addAll(subject.giveBack(back));
        amount = amount.plus(back);
      }
    }
    return new Result(amount, taken, units);
  }

  private Result ofUnits(Map<UUID, Integer> units) {
    List<Taken> taken = new ArrayList<>();
    Money amount = Money.zero(currency);
    for (Map.Entry<UUID, Integer> unit : units.entrySet()) {
      Subject subject = subjectOf(unit.getKey());
      Money value = valueOf(subject, lines.get(unit.getKey()), unit.getValue());
      taken.addAll(subject.giveBack(value));
      amount = amount.plus(value);
    }
    return new Result(amount, taken, units);
  }

  private void check(RefundRequest request) {
    Checklist checklist = new Checklist();
    checklist.text("reason", request.reason(), 500);
    boolean things = !request.lines().isEmpty() || request.shipping();
    if (things == (request.amount() != null)) {
      checklist.reject(
          "amount",
          things ? "or lines: not both" : "is missing, and so are lines: give one of them",
          request.amount());
    }
    if (request.amount() != null) {
      checkAmount(request.amount(), checklist);
    }
    checkLines(request.lines(), checklist);
    checklist.done();
  }

  private void checkAmount(Money amount, Checklist checklist) {
    if (!amount.currency().equals(currency)) {
      checklist.reject("amount.currency", "must be " + currency, amount.currency());
    } else if (!amount.isPositive()) {
      checklist.reject("amount.minor", "must be above zero", amount.minor());
    } else {
      GatewayGrid.check("amount.minor", amount, checklist);
    }
  }

  private void checkLines(List<RefundRequest.Part> parts, Checklist checklist) {
    Set<UUID> seen = new HashSet<>();
    for (int index = 0; index < parts.size(); index++) {
      RefundRequest.Part part = parts.get(index);
      String field = "lines[" + index + "]";
      if (part.line() == null || subjectOf(part.line()) == null) {
        checklist.reject(field + ".line", "is no line of this order", part.line());
        continue;
      }
      if (!seen.add(part.line())) {
        checklist.reject(field + ".line", "is there twice", part.line());
      }
      int most = lines.get(part.line()).refundable();
      int quantity = part.quantity() == null ? most : part.quantity();
      if (quantity < 1 || quantity > most) {
        checklist.reject(
            field + ".quantity",
            most == 0 ? "all of this line went back already" : "must be between 1 and " + most,
            quantity);
      }
    }
  }

  private Result ofLines(RefundRequest request) {
    Map<UUID, Integer> units = new LinkedHashMap<>();
    for (RefundRequest.Part part : request.lines()) {
      PaidLine line = lines.get(part.line());
      units.put(line.id(), part.quantity() == null ? line.refundable() : part.quantity());
    }
    return ofAll(
        units,
        request.shipping() ? subjects.stream().filter(Subject::isShipping).toList() : List.of());
  }

  /** The last units close the line, whatever was given back of it as an amount before. */
  private Money valueOf(Subject subject, PaidLine line, int quantity) {
    int after = line.refunded() + quantity;
    if (after == line.quantity()) {
      return subject.left();
    }
    Money paid = subject.paid();
    long value = part(paid, after, line.quantity()) - part(paid, line.refunded(), line.quantity());
    return Money.of(value, currency).min(subject.left());
  }

  /** So many units' part of what was paid for all of them, rounded half up. */
  private static long part(Money paid, int units, int all) {
    BigInteger two = BigInteger.TWO;
    return BigInteger.valueOf(paid.minor())
        .multiply(BigInteger.valueOf(units))
        .multiply(two)
        .add(BigInteger.valueOf(all))
        .divide(BigInteger.valueOf(all).multiply(two))
        .longValueExact();
  }

  /** So much as a gift of the platform: nobody's share goes back. */
  static Result gift(Money amount) {
    return new Result(amount, List.of(), Map.of());
  }

  private Result ofAmount(Money amount) {
    Money left = Money.sum(currency, subjects.stream().map(Subject::left).toList());
    if (amount.compareTo(left) > 0) {
      throw CannotRefund.tooMuch(amount, left);
    }
    List<Subject> given = subjects.stream().filter(Subject::isContribution).toList();
    List<Subject> bought = subjects.stream().filter(one -> !one.isContribution()).toList();
    Money ofBought = amount.min(Money.sum(currency, bought.stream().map(Subject::left).toList()));
    List<Taken> taken = new ArrayList<>(spread(ofBought, bought));
    taken.addAll(spread(amount.minus(ofBought), given)); // what was given to others goes last
    return new Result(amount, taken, Map.of());
  }

  private static List<Taken> spread(Money amount, List<Subject> among) {
    if (amount.isZero()) {
      return List.of();
    }
    List<Money> parts =
        LargestDeficit.split(
            amount,
            among.stream().map(Subject::paid).toList(),
            among.stream().map(Subject::refunded).toList());
    List<Taken> taken = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      taken.addAll(among.get(index).giveBack(parts.get(index)));
    }
    return taken;
  }

  private Subject subjectOf(UUID line) {
    return subjects.stream()
        .filter(subject -> line.equals(subject.line()))
        .findFirst()
        .orElse(null);
  }
}
