package org.halles.marketplace.commission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halles.spi.Rate;

/**
 * Everything that decides about commission at one moment: the rules in force in their order, and
 * the operator's settings. Immutable; quotes rest on its version.
 */
public final class RuleBook {

  private final long version;
  private final Map<String, List<ActiveRule>> groups;
  private final Rate fallback;
  private final CommissionVat vat;

  RuleBook(long version, List<ActiveRule> rules, Rate fallback, CommissionVat vat) {
    this.version = version;
    this.groups =
        rules.stream()
            .collect(Collectors.groupingBy(ActiveRule::group, TreeMap::new, Collectors.toList()));
    this.fallback = fallback;
    this.vat = vat;
  }

  public long version() {
    return version;
  }

  /** False if a rule could not be made ready, perhaps only for now. */
  boolean isComplete() {
    return groups.values().stream()
        .flatMap(List::stream)
        .allMatch(rule -> rule.configuration() != null);
  }

  /** By group in alphabetical order, each list in the operator's order. */
  Map<String, List<ActiveRule>> groups() {
    return groups;
  }

  /** What is taken where a rule's plugin failed. */
  Rate fallback() {
    return fallback;
  }

  /** The VAT the platform owes on its commission. */
  public CommissionVat vat() {
    return vat;
  }
}
