package org.halles.marketplace.simulation;

import java.util.List;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What other rules would have meant. Rules are compared with rules, on the same facts: what was
 * paid at the time stands beside them, for the rules, a listing's category or what is known of a
 * vendor's sales may have changed since.
 *
 * @param currencies one part for each currency: amounts of different currencies are never added
 * @param fallbacks lines for which a rule's plugin failed and the fallback rate was taken
 * @param faults some of the reasons for that
 */
public record Outcome(List<InCurrency> currencies, long fallbacks, List<String> faults) {

  public Outcome {
    currencies = List.copyOf(currencies);
    faults = List.copyOf(faults);
  }

  /**
   * The lines of one currency.
   *
   * @param vendors the largest change first, whichever way it goes
   * @param categories by root category, the largest change first
   * @param dearer the lines that would have paid the most more
   * @param cheaper the lines that would have paid the most less
   */
  public record InCurrency(
      String currency,
      Change total,
      List<Row> vendors,
      List<Row> categories,
      List<Line> dearer,
      List<Line> cheaper) {}

  /**
   * Commission then, as the rules in force take it, and as it would be.
   *
   * @param lines how many
   * @param changed how many of them would have paid something else
   * @param gross what buyers paid for them
   * @param paid what the platform took when they were sold
   * @param before what the rules in force would take of them
   * @param after what the rules that are tried would take of them
   */
  public record Change(
      long lines, long changed, Money gross, Money paid, Money before, Money after) {

    /** One that was kept before rules were compared with rules has only what was paid. */
    public Change {
      paid = paid == null ? before : paid;
    }

    /** More commission than by the rules in force, or less if negative. */
    public Money getDifference() {
      return after.minus(before);
    }

    /** What the rules in force would take more than was paid, or less if negative. */
    public Money getSincePaid() {
      return before.minus(paid);
    }
  }

  /** A vendor or a category, by slug and name. */
  public record Row(String slug, Texts name, Change change) {}

  /** One line of a past order; the amounts as of {@link Change}. */
  public record Line(
      String order,
      String vendor,
      Texts title,
      Money gross,
      Money paid,
      Money before,
      Money after) {

    public Line {
      paid = paid == null ? before : paid;
    }

    /** More commission, or less if negative. */
    public Money getDifference() {
      return after.minus(before);
    }
  }
}
