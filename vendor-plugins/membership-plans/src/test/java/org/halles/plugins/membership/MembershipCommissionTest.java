package org.halles.plugins.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.halles.plugins.membership.MembershipCommission.Membership;
import org.halles.plugins.membership.MembershipCommission.Plan;
import org.halles.plugins.membership.MembershipCommission.Rates;
import org.halles.spi.CommissionRule;
import org.halles.spi.Configurable;
import org.halles.spi.Rate;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MembershipCommissionTest extends CommissionRuleContract<Rates> {

  private static final Rates RATES =
      new Rates(Rate.percent("15"), Rate.percent("10"), Rate.percent("6"));

  @Override
  protected CommissionRule<Rates> rule() {
    return new MembershipCommission().with(new Membership(Plan.PLUS));
  }

  @Override
  protected List<Rates> configurations() {
    return List.of(RATES);
  }

  @Test
  void whoIsNoMemberPaysTheStarterRate() {
    assertEquals(Rate.percent("15"), rateOf(new MembershipCommission()));
    assertEquals(Rate.percent("15"), rateOf(new MembershipCommission().with(new Membership(null))));
  }

  @Test
  void aMemberPaysTheRateOfItsPlan() {
    assertEquals(
        Rate.percent("6"), rateOf(new MembershipCommission().with(new Membership(Plan.PREMIUM))));
  }

  @Test
  void aBetterPlanNeverPaysMore() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Rates(Rate.percent("5"), Rate.percent("10"), Rate.percent("6")));
    assertTrue(refused.getMessage().startsWith("plus is 10"), refused.getMessage());
  }

  private static Rate rateOf(MembershipCommission rule) {
    return rule.propose(null, RATES).orElseThrow().rate();
  }

  @Nested
  class Form extends ConfigurableContract<Membership> {
    @Override
    protected Configurable<Membership> extension() {
      return new MembershipCommission();
    }

    @Override
    protected List<Membership> configurations() {
      return List.of(new Membership(Plan.PLUS), new Membership(Plan.PREMIUM));
    }
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return MembershipCommission.class;
    }
  }
}
