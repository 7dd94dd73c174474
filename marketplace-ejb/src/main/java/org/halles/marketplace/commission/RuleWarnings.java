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
    List<RuleVersion> warned = new ArrayList<>();
    for (int index = 0; index < active.size(); index++) {
      warned.add(
          active.get(index).withWarnings(about(active.get(index), active.subList(0, index))));
    }
    return warned;
  }

  private List<String> about(RuleVersion rule, List<RuleVersion> above) {
    List<String> warnings = new ArrayList<>();
    for (RuleVersion other : above) {
      if (other.group().equals(rule.group())
          && other.scope().covers(rule.scope(), path(rule))
          && !silence.of(other, rule, path(rule))) {
        warnings.add(
            "may never be reached: '%s' above it, at place %d, is for all its sales; move this rule up"
                .formatted(other.name(), other.position()));
      }
    }
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
