package org.halles.marketplace.commission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What an operator may overlook in an explicit order: a wide rule placed above a narrow one takes
 * all its sales.
 */
final class RuleWarnings {

  private final Map<String, List<String>> categoryPaths;
  private final Silence silence;
  private final Collection<String> kinds;

  /**
   * @param categoryPaths slugs from the root, by slug, of every category rules name
   * @param kinds of rules that plugins can answer for now
   */
  RuleWarnings(Map<String, List<String>> categoryPaths, Silence silence, Collection<String> kinds) {
    this.kinds = kinds;
    this.categoryPaths = categoryPaths;
    this.silence = silence;
  }

  /** The same rules, in their order, with warnings. */
  List<RuleVersion> warn(List<RuleVersion> active) {
    List<List<String>> warnings = new ArrayList<>();
    active.forEach(rule -> warnings.add(new ArrayList<>()));
    int[] taken = new int[active.size()];
    for (int index = 0; index < active.size(); index++) {
      RuleVersion rule = active.get(index);
      int above = firstThatTakesAllOf(rule, active.subList(0, index));
      if (above >= 0) {
        taken[above]++;
        warnings.get(index).add(unreached(active.get(above)));
      }
      warnings.get(index).addAll(about(rule));
    }
    List<RuleVersion> warned = new ArrayList<>();
    for (int index = 0; index < active.size(); index++) {
      if (taken[index] > 0) {
        warnings.get(index).add(0, tooHigh(taken[index]));
      }
      warned.add(active.get(index).withWarnings(warnings.get(index)));
    }
    return warned;
  }

  /** The place in the list of the first rule above that leaves this one no sale, or -1. */
  private int firstThatTakesAllOf(RuleVersion rule, List<RuleVersion> above) {
    for (int index = 0; index < above.size(); index++) {
      RuleVersion other = above.get(index);
      if (other.group().equals(rule.group())
          && other.scope().covers(rule.scope(), path(rule))
          && !silence.of(other, rule, path(rule))) {
        return index;
      }
    }
    return -1;
  }

  private static String unreached(RuleVersion above) {
    return "may never be reached: '%s' above it, at place %d, is for all its sales; move this rule up"
        .formatted(above.name(), above.position());
  }

  private static String tooHigh(int rules) {
    return "stands too high: it takes all sales of rules below it, %d in number; move it down"
        .formatted(rules);
  }

  private List<String> about(RuleVersion rule) {
    List<String> warnings = new ArrayList<>();
    String category = rule.scope().category();
    if (category != null && !categoryPaths.containsKey(category)) {
      warnings.add("its category '" + category + "' does not exist any more: retire the rule");
    }
    if (!kinds.contains(rule.kind())) {
      warnings.add(
          "no plugin answers for rules of kind '%s': its sales pay the fallback rate; install or"
                  .formatted(rule.kind())
              + " switch on the plugin, or retire the rule");
    }
    return warnings;
  }

  private List<String> path(RuleVersion rule) {
    return categoryPaths.getOrDefault(String.valueOf(rule.scope().category()), List.of());
  }
}
