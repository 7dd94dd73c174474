package org.halles.plugins.commissions;

import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Setting;

/**
 * A rate that holds from an amount on, until the next bracket begins.
 *
 * @param from the least amount of this bracket, included
 * @param rate between 0 % and 100 %
 */
public record Bracket(
    @Setting(
            fr = "À partir de",
            en = "From",
            helpFr = "Le premier palier commence à zéro.",
            helpEn = "The first bracket begins at zero.")
        Money from,
    @Setting(
            fr = "Taux",
            en = "Rate",
            helpFr = "Part de l’assiette, de 0 % à 100 %.",
            helpEn = "Share of the base, from 0 % to 100 %.")
        Rate rate) {

  /** The bracket that this amount has reached. The list must have passed {@link #check}. */
  static Bracket reachedBy(Money amount, List<Bracket> brackets) {
    Bracket reached = brackets.get(0);
    for (Bracket bracket : brackets) {
      if (bracket.from.compareTo(amount) <= 0) {
        reached = bracket;
      }
    }
    return reached;
  }

  /** Brackets begin at zero, rise, and share one currency, so that every amount is in just one. */
  static void check(String kind, List<Bracket> brackets) {
    Faults faults = new Faults(kind);
    if (brackets == null || brackets.isEmpty()) {
      faults.when(true, "no bracket is given: give at least one that begins at zero").refuse();
    }
    for (int i = 0; i < brackets.size(); i++) {
      Bracket bracket = brackets.get(i);
      String field = "brackets[" + i + "]";
      faults.share(field + ".rate", bracket.rate);
      if (bracket.from == null) {
        faults.when(true, field + ".from is missing: give the amount it begins at");
      }
    }
    faults.refuse();
    checkOrder(kind, brackets);
  }

  private static void checkOrder(String kind, List<Bracket> brackets) {
    Faults faults =
        new Faults(kind).oneCurrency(brackets.stream().map(Bracket::from).toArray(Money[]::new));
    faults.refuse();
    Money first = brackets.get(0).from;
    faults.when(!first.isZero(), "brackets[0].from is " + first + ": the first begins at zero");
    for (int i = 1; i < brackets.size(); i++) {
      Money from = brackets.get(i).from;
      Money before = brackets.get(i - 1).from;
      faults.when(
          from.compareTo(before) <= 0,
          "brackets["
              + i
              + "].from is "
              + from
              + ", not above "
              + before
              + ": list the brackets from low to high");
    }
    faults.refuse();
  }
}
