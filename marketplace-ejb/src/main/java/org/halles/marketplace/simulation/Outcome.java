package org.halles.marketplace.simulation;

import java.util.List;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * What other rules would have meant.
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
   * Commission then and as it would be.
   *
   * @param lines how many
   * @param changed how many of them would have paid something else
   * @param gross what buyers paid for them
   * @param before what the platform took
   * @param after what it would have taken
   */
  public record Change(long lines, long changed, Money gross, Money before, Money after) {

    /** More commission, or less if negative. */
    public Money getDifference() {
      return after.minus(before);
    }
  }

  /** A vendor or a category, by slug and name. */
  public record Row(String slug, Texts name, Change change) {}

  /** One line of a past order. */
  public record Line(
      String order, String vendor, Texts title, Money gross, Money before, Money after) {

    /** More commission, or less if negative. */
    public Money getDifference() {
      return after.minus(before);
    }
  }
}
