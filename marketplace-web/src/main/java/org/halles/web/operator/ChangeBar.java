package org.halles.web.operator;

import java.util.List;
import org.halles.marketplace.simulation.Outcome;

/**
 * A row of a simulation with its bar: to the right of the middle for more commission, to the left
 * for less.
 *
 * @param x where the bar begins, of 200
 * @param width how wide it is, at least a hair where anything changes
 * @param more true for more commission
 */
public record ChangeBar(Outcome.Row row, int x, int width, boolean more) {

  private static final int MIDDLE = 100;

  static List<ChangeBar> of(List<Outcome.Row> rows) {
    long most =
        rows.stream()
            .mapToLong(row -> Math.abs(row.change().getDifference().minor()))
            .max()
            .orElse(0);
    return rows.stream().map(row -> of(row, most)).toList();
  }

  private static ChangeBar of(Outcome.Row row, long most) {
    long difference = row.change().getDifference().minor();
    int width =
        difference == 0
            ? 0
            : Math.max(1, (int) Math.round((double) MIDDLE * Math.abs(difference) / most));
    return new ChangeBar(row, difference < 0 ? MIDDLE - width : MIDDLE, width, difference > 0);
  }
}
