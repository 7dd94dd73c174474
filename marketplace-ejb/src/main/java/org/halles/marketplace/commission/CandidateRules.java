package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** Rule books that are not in force: what is, with some rules added, replaced or left out. */
@ApplicationScoped
public class CandidateRules {

  private final RuleBooks books;
  private final RuleChecks checks;

  @Inject
  CandidateRules(RuleBooks books, RuleChecks checks) {
    this.books = books;
    this.checks = checks;
  }

  protected CandidateRules() {
    this(null, null);
  }

  /** Everything that is wrong with such a change. */
  @Transactional
  public List<Violation> violations(List<NewRule> rules, List<UUID> without) {
    List<Violation> violations = new ArrayList<>();
    Set<UUID> inForce = new HashSet<>();
    books.current().groups().values().stream()
        .flatMap(Collection::stream)
        .forEach(rule -> inForce.add(rule.id()));
    for (int index = 0; index < without.size(); index++) {
      if (!inForce.contains(without.get(index))) {
        violations.add(
            new Violation(
                "without[" + index + "]", "is no rule in force", "" + without.get(index)));
      }
    }
    for (int index = 0; index < rules.size(); index++) {
      String path = "rules[" + index + "].";
      NewRule rule = rules.get(index);
      if (rule.replaces() != null && !inForce.contains(rule.replaces())) {
        violations.add(
            new Violation(path + "replaces", "is no rule in force", "" + rule.replaces()));
      }
      try {
        checks.check(rule);
      } catch (InvalidInput wrong) {
        wrong.violations().stream()
            .map(one -> new Violation(path + one.field(), one.message(), one.value()))
            .forEach(violations::add);
      }
    }
    return violations;
  }

  /** The rules in force with that change, ready to be asked. */
  @Transactional
  public RuleBook book(List<NewRule> rules, List<UUID> without) {
    RuleBook current = books.current();
    List<ActiveRule> all = new ArrayList<>();
    current.groups().values().forEach(all::addAll);
    all.removeIf(rule -> without.contains(rule.id()));
    for (NewRule rule : rules) {
      put(ready(rule), rule, all);
    }
    return new RuleBook(current.version(), all, current.fallback(), current.vat());
  }

  private ActiveRule ready(NewRule rule) {
    RuleChecks.Checked checked = checks.check(rule);
    JsonNode configuration = checked.configuration();
    RuleBooks.Configured configured = books.configure(rule.kind(), configuration, "configuration");
    return new ActiveRule(
        rule.replaces() == null ? Ids.next() : rule.replaces(),
        0,
        rule.called(),
        rule.names(),
        rule.kind(),
        checked.group(),
        checked.scope(),
        configured.record(),
        configured.fault());
  }

  /** At its place among the rules of its group, or where the one it replaces was. */
  private static void put(ActiveRule ready, NewRule rule, List<ActiveRule> all) {
    List<ActiveRule> group =
        new ArrayList<>(all.stream().filter(one -> one.group().equals(ready.group())).toList());
    int place = group.size();
    for (int index = 0; index < group.size(); index++) {
      if (group.get(index).id().equals(rule.replaces())) {
        group.remove(index);
        place = index;
        break;
      }
    }
    if (rule.position() != null) {
      place = Math.min(rule.position() - 1, group.size());
    }
    group.add(place, ready);
    all.removeIf(one -> one.group().equals(ready.group()));
    all.addAll(group);
  }
}
