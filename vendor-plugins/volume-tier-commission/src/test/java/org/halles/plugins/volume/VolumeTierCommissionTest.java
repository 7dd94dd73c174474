package org.halles.plugins.volume;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.halles.plugins.volume.VolumeTierCommission.Scale;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.VendorFacts.SalesPeriod;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VolumeTierCommissionTest extends CommissionRuleContract<Scale> {

  private static final Tier BEGINNERS = tier(0, "EUR", "12");
  private static final Tier SELLERS = tier(1_000_000, "EUR", "9");

  @Override
  protected CommissionRule<Scale> rule() {
    return new VolumeTierCommission();
  }

  @Override
  protected List<Scale> configurations() {
    return List.of(
        new Scale(SalesPeriod.LAST_365_DAYS, List.of(BEGINNERS, SELLERS)),
        new Scale(SalesPeriod.THIS_MONTH, List.of(BEGINNERS)));
  }

  @Test
  void everythingThatIsWrongWithAScaleIsToldAtOnce() {
    String told =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Scale(null, List.of(SELLERS, BEGINNERS, tier(5, "USD", "8"))))
            .getMessage();
    assertTrue(
        told.contains("period is missing")
            && told.contains("tiers[0].from is 10000.00 EUR")
            && told.contains("tiers[1].from is 0.00 EUR, not above")
            && told.contains("tiers[2].from is 0.05 USD: use one currency"),
        told);
  }

  private static Tier tier(long cents, String currency, String percent) {
    return new Tier(Money.of(cents, currency), Rate.percent(percent));
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return VolumeTierCommission.class;
    }
  }
}
