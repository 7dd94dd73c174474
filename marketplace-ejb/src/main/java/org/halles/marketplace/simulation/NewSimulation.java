package org.halles.marketplace.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.NewRule;

/**
 * What an operator wants to know: these past orders, under the rules in force with some changed.
 *
 * @param from the first business day of the orders, or null
 * @param to the last business day of the orders, or null for today
 * @param lastOrders only so many of the newest vendors' orders, or null for all of those days
 * @param rules rules to add, each at its place, or in the place of the one it replaces
 * @param without rules in force to leave out
 */
public record NewSimulation(
    LocalDate from, LocalDate to, Integer lastOrders, List<NewRule> rules, List<UUID> without) {

  public NewSimulation {
    rules = rules == null ? List.of() : List.copyOf(rules);
    without = without == null ? List.of() : List.copyOf(without);
  }

  /** True if it asks about the rules in force, with nothing changed. */
  boolean asTheyAre() {
    return rules.isEmpty() && without.isEmpty();
  }
}
