package org.halles.marketplace.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.spi.Money;

/**
 * Reads what a unit costs from so many pieces on, as it stands in one cell: {@code 10:4.50
 * 100:3.90}, with spaces, semicolons or bars between the steps; {@code none} for no steps.
 */
final class PriceSteps {

  private static final Pattern STEP = Pattern.compile("(\\d{1,4})[:=](\\S+)");
  private static final int MOST = 10;
  private static final int MOST_UNITS = 9_999;

  private PriceSteps() {}

  /** The steps, or empty if they cannot be read. */
  static Optional<List<PriceBreakInput>> read(String cell, String currency) {
    List<PriceBreakInput> steps = new ArrayList<>();
    if (cell.equalsIgnoreCase("none")) {
      return Optional.of(steps);
    }
    for (String part : cell.split("[\\s;|]+")) {
      Matcher step = STEP.matcher(part);
      Optional<PriceInput> price =
          step.matches() ? Figures.amount(step.group(2), currency) : Optional.empty();
      if (price.isEmpty()) {
        return Optional.empty();
      }
      steps.add(new PriceBreakInput(Integer.valueOf(step.group(1)), price.get()));
    }
    return Optional.of(steps);
  }

  /** The steps under this price, or empty if they are none: a feed writes without more checks. */
  static Optional<List<PriceBreak>> checked(String cell, Money base) {
    return read(cell, base.currency().value())
        .map(
            steps ->
                steps.stream()
                    .map(
                        step ->
                            new PriceBreak(
                                step.from(), Money.of(step.price().minor(), base.currency())))
                    .toList())
        .filter(steps -> sound(steps, base));
  }

  private static boolean sound(List<PriceBreak> steps, Money base) {
    int last = 1;
    long lowest = base.minor();
    for (PriceBreak step : steps) {
      if (step.from() <= last || step.price().minor() >= lowest || step.price().minor() < 1) {
        return false;
      }
      last = step.from();
      lowest = step.price().minor();
    }
    return steps.size() <= MOST && last <= MOST_UNITS;
  }
}
