package org.halles.marketplace.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;

/** Rule books written in a test. */
public final class TestRules {

  private final List<ActiveRule> rules = new ArrayList<>();
  private CommissionVat vat = CommissionVat.FRANCE;
  private Rate fallback = Rate.percent("15");

  /** The next rule of the usual group, for these sales. */
  public <C extends Record> TestRules rule(
      CommissionRule<C> kind, C configuration, RuleScope scope) {
    return rule("commission", kind, configuration, scope);
  }

  /** The next rule of a group. */
  public <C extends Record> TestRules rule(
      String group, CommissionRule<C> kind, C configuration, RuleScope scope) {
    rules.add(
        new ActiveRule(
            new UUID(7, rules.size() + 1L),
            1,
            "Rule " + (rules.size() + 1),
            null,
            kind.kind(),
            group,
            scope,
            configuration,
            null));
    return this;
  }

  public TestRules withoutVat() {
    vat = new CommissionVat("FR", Map.of(), Map.of());
    return this;
  }

  public TestRules fallingBackTo(String percent) {
    fallback = Rate.percent(percent);
    return this;
  }

  public RuleBook book() {
    return new RuleBook(1, rules, fallback, vat);
  }
}
