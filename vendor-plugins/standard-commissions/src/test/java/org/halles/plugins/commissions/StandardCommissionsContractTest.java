package org.halles.plugins.commissions;

import java.util.List;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.VendorFacts.SalesPeriod;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;

/** Every kind of this plugin keeps the contract, and the jar says so. */
class StandardCommissionsContractTest {

  private static final Rate TEN = Rate.percent("10");

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return PercentageCommission.class;
    }
  }

  @Nested
  class Percentage extends CommissionRuleContract<PercentageCommission.Terms> {
    @Override
    protected CommissionRule<PercentageCommission.Terms> rule() {
      return new PercentageCommission();
    }

    @Override
    protected List<PercentageCommission.Terms> configurations() {
      return List.of(
          PercentageCommission.Terms.of(TEN),
          PercentageCommission.Terms.of(Rate.ZERO),
          PercentageCommission.Terms.of(Rate.ONE),
          new PercentageCommission.Terms(
              TEN, eur(25), eur(50), eur(100), eur(30), eur(4_000), Base.GROSS_WITH_SHIPPING));
    }
  }

  @Nested
  class Attribute extends CommissionRuleContract<AttributeCommission.Terms> {
    @Override
    protected CommissionRule<AttributeCommission.Terms> rule() {
      return new AttributeCommission();
    }

    @Override
    protected List<AttributeCommission.Terms> configurations() {
      // no brand of the testkit's sales is known here: a sale without one has the empty value
      return sales().stream()
          .flatMap(sale -> sale.attributes().entrySet().stream())
          .map(
              one ->
                  new AttributeCommission.Terms(one.getKey(), List.of(one.getValue()), TEN, null))
          .distinct()
          .limit(2)
          .toList();
    }
  }

  @Nested
  class ByCurrency extends CommissionRuleContract<CurrencyCommission.Terms> {
    @Override
    protected CommissionRule<CurrencyCommission.Terms> rule() {
      return new CurrencyCommission();
    }

    @Override
    protected List<CurrencyCommission.Terms> configurations() {
      return List.of(
          new CurrencyCommission.Terms(
              TEN,
              List.of(
                  new CurrencyAmounts("EUR", "0.35", "0,50", "40"),
                  new CurrencyAmounts("JPY", "50", null, null)),
              Base.NET_OF_TAX));
    }
  }

  @Nested
  class Fixed extends CommissionRuleContract<FixedCommission.Terms> {
    @Override
    protected CommissionRule<FixedCommission.Terms> rule() {
      return new FixedCommission();
    }

    @Override
    protected List<FixedCommission.Terms> configurations() {
      return List.of(
          new FixedCommission.Terms(eur(25), null, null),
          new FixedCommission.Terms(null, Money.of(100, "JPY"), Money.of(0, "JPY")));
    }
  }

  @Nested
  class Tiered extends CommissionRuleContract<TieredCommission.Terms> {
    @Override
    protected CommissionRule<TieredCommission.Terms> rule() {
      return new TieredCommission();
    }

    @Override
    protected List<TieredCommission.Terms> configurations() {
      return List.of(
          new TieredCommission.Terms(SalesPeriod.THIS_MONTH, brackets(), Base.GROSS),
          new TieredCommission.Terms(SalesPeriod.LAST_365_DAYS, brackets(), Base.NET_OF_TAX));
    }
  }

  @Nested
  class PriceBand extends CommissionRuleContract<PriceBandCommission.Terms> {
    @Override
    protected CommissionRule<PriceBandCommission.Terms> rule() {
      return new PriceBandCommission();
    }

    @Override
    protected List<PriceBandCommission.Terms> configurations() {
      return List.of(new PriceBandCommission.Terms(brackets(), null));
    }
  }

  private static List<Bracket> brackets() {
    return List.of(
        new Bracket(eur(0), Rate.percent("15")),
        new Bracket(eur(5_000), TEN),
        new Bracket(eur(1_000_000), Rate.percent("7.5")));
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
