package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.Allocation.Kind.COMMISSION;
import static org.halles.marketplace.pricing.Allocation.Kind.COMMISSION_VAT;
import static org.halles.marketplace.pricing.Allocation.Kind.VENDOR_NET;
import static org.halles.marketplace.pricing.Stall.ATTIC;
import static org.halles.marketplace.pricing.Stall.BAKERY;
import static org.halles.marketplace.pricing.Stall.IRISH;
import static org.halles.marketplace.pricing.Stall.WORKSHOP;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.plugin.HostileRule;
import org.halles.marketplace.shared.Texts;
import org.halles.plugins.commissions.Bracket;
import org.halles.plugins.commissions.FixedCommission;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.plugins.commissions.TieredCommission;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts.SalesPeriod;
import org.junit.jupiter.api.Test;

/** Worked by hand: what the buyer pays, and who gets it, to the cent. */
class SplitTest {

  private static final PercentageCommission PERCENTAGE = new PercentageCommission();
  private static final FixedCommission FIXED = new FixedCommission();
  private static final TieredCommission TIERED = new TieredCommission();

  @Test
  void twelveAndAHalfPercentIsRoundedOnceAndTheVendorGetsTheRest() {
    // 12.5 % of 19.99 = 2.49875 -> 2.50; VAT 20 % of 2.50 = 0.50; rest 16.99
    Market market = market(new TestRules().rule(PERCENTAGE, percent("12.5"), everything()));

    LineQuote line = only(market.quote(BAKERY, BAKERY.sells("brioche", 1_999, 1)));

    assertThat(amounts(line))
        .containsExactly("COMMISSION 250", "COMMISSION_VAT 50", "VENDOR_NET 1699");
  }

  @Test
  void whatTheRuleSaysInBothLanguagesIsFrozen() {
    Bilingual plugin = new Bilingual();
    TestRules rules = new TestRules().rule(plugin, new Bilingual.Terms(), everything());
    Market market = new Market(rules.book(), plugin);

    Trace trace =
        only(market.quote(BAKERY, BAKERY.sells("brioche", 1_999, 1))).allocations().get(0).trace();

    assertThat(trace.reasons()).isEqualTo(Texts.of("le week-end : 5 %", "weekend: 5 %"));
    assertThat(trace.reason()).isEqualTo("weekend: 5 %");
  }

  private static final class Bilingual implements CommissionRule<Bilingual.Terms> {
    record Terms() {}

    @Override
    public String kind() {
      return "test.bilingual";
    }

    @Override
    public Class<Terms> configuration() {
      return Terms.class;
    }

    @Override
    public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
      return Optional.of(
          CommissionProposal.of(Rate.percent("5"), "le week-end : 5 %", "weekend: 5 %"));
    }
  }

  @Test
  void halfACentIsRoundedAwayFromZero() {
    // 15 % of 0.90 = 0.135 -> 0.14
    Market market =
        market(new TestRules().withoutVat().rule(PERCENTAGE, percent("15"), everything()));

    assertThat(amounts(only(market.quote(BAKERY, BAKERY.sells("roll", 90, 1)))))
        .containsExactly("COMMISSION 14", "VENDOR_NET 76");
  }

  @Test
  void theBaseMayBeTheNetPrice() {
    // 12.00 with 20 % VAT is 10.00 net; 10 % of it = 1.00
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(PERCENTAGE, terms("10", null, null, Base.NET_OF_TAX), everything()));

    assertThat(amounts(only(market.quote(BAKERY, BAKERY.sells("cake", 1_200, 1)))))
        .containsExactly("COMMISSION 100", "VENDOR_NET 1100");
  }

  @Test
  void theBaseMayIncludeTheShippingOfTheLine() {
    // shipping 4.90 over lines of 10.00 and 30.00: 1.23 (1.225 has the larger remainder) and 3.67
    // 10 % of 11.23 = 1.12, 10 % of 33.67 = 3.37
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(PERCENTAGE, terms("10", null, null, Base.GROSS_WITH_SHIPPING), everything()));

    Quote quote =
        market.quote(BAKERY, BAKERY.sells("small", 1_000, 1), BAKERY.sells("large", 3_000, 1));

    long taken =
        quote
            .lines()
            .flatMap(line -> line.allocations().stream())
            .filter(leg -> leg.kind() == COMMISSION)
            .mapToLong(leg -> leg.amount().minor())
            .sum();
    assertThat(taken).isEqualTo(449);
    assertThat(quote.vendors().get(0).shippingAllocations())
        .extracting(leg -> leg.kind() + " " + leg.amount().minor())
        .containsExactly("VENDOR_NET 490");
  }

  @Test
  void aServiceBearsNothingOfTheShippingOfGoodsBesideIt() {
    // 10 % of 10.00 and all of the 4.90 is 1.49; 10 % of 30.00 is 3.00
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(PERCENTAGE, terms("10", null, null, Base.GROSS_WITH_SHIPPING), everything()));

    Quote quote =
        market.quote(BAKERY, BAKERY.sells("cake", 1_000, 1), BAKERY.serves("lesson", 3_000));

    assertThat(quote.lines().map(line -> amount(line, COMMISSION))).containsExactly(149L, 300L);
  }

  @Test
  void floorAndCapBoundTheCommission() {
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(PERCENTAGE, terms("10", euros(50), euros(300), Base.GROSS), everything()));

    assertThat(commissionOn(market, 200)).isEqualTo(50);
    assertThat(commissionOn(market, 2_000)).isEqualTo(200);
    assertThat(commissionOn(market, 9_000)).isEqualTo(300);
    assertThat(commissionOn(market, 30)).as("never more than the line").isEqualTo(30);
  }

  @Test
  void fixedAmountsCountPerUnitAndPerLine() {
    // 3 x 0.20 + 0.35 = 0.95
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(FIXED, new FixedCommission.Terms(euros(20), euros(35), null), everything()));

    assertThat(amounts(only(market.quote(BAKERY, BAKERY.sells("jam", 500, 3)))))
        .containsExactly("COMMISSION 95", "VENDOR_NET 1405");
  }

  @Test
  void aFixedAmountPerOrderGoesOverTheLinesOfItsRuleByLargestRemainder() {
    // 1.00 over 10.00, 10.00, 10.00: 0.34, 0.33, 0.33
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(FIXED, new FixedCommission.Terms(null, null, euros(100)), everything()));

    Quote quote =
        market.quote(
            BAKERY,
            BAKERY.sells("a", 1_000, 1),
            BAKERY.sells("b", 1_000, 1),
            BAKERY.sells("c", 1_000, 1));

    assertThat(
            quote.lines().map(line -> line.allocations().get(0).amount().minor()).sorted().toList())
        .containsExactly(33L, 33L, 34L);
  }

  @Test
  void theFirstRuleThatMatchesWinsAndGroupsAddUp() {
    RuleScope bread = new RuleScope(null, "pain", null, null, null, null, null);
    Market market =
        market(
            new TestRules()
                .withoutVat()
                .rule(PERCENTAGE, percent("5"), bread)
                .rule(PERCENTAGE, percent("20"), everything())
                .rule(
                    "service-fee",
                    FIXED,
                    new FixedCommission.Terms(null, euros(30), null),
                    everything()));

    LineQuote below =
        only(market.quote(BAKERY, BAKERY.sells("rye", 1_000, 1, "food", "pain", "rye")));
    LineQuote other = only(market.quote(BAKERY, BAKERY.sells("jam", 1_000, 1, "food", "jam")));

    assertThat(amounts(below)).containsExactly("COMMISSION 50", "COMMISSION 30", "VENDOR_NET 920");
    assertThat(amounts(other)).containsExactly("COMMISSION 200", "COMMISSION 30", "VENDOR_NET 770");
  }

  @Test
  void aScopeMayBeAVendorAListingAPriceBandOrAPeriod() {
    LineFacts teapot = WORKSHOP.sells("teapot", 5_000, 1);
    TestRules rules =
        new TestRules()
            .withoutVat()
            .rule(
                PERCENTAGE,
                percent("1"),
                new RuleScope(null, null, null, null, null, null, Market.MONDAY))
            .rule(
                PERCENTAGE,
                percent("2"),
                new RuleScope(BAKERY.id(), null, null, null, null, null, null))
            .rule(
                PERCENTAGE,
                percent("3"),
                new RuleScope(null, null, teapot.listingId(), null, null, null, null))
            .rule(
                PERCENTAGE,
                percent("4"),
                new RuleScope(null, null, null, euros(1_000), euros(2_000), null, null))
            .rule(
                PERCENTAGE,
                percent("5"),
                new RuleScope(null, null, null, null, null, Market.MONDAY, null));
    Market market = market(rules);

    assertThat(rate(market, BAKERY, BAKERY.sells("cake", 10_000, 1))).isEqualTo(200);
    assertThat(rate(market, WORKSHOP, teapot)).isEqualTo(150);
    assertThat(rate(market, WORKSHOP, WORKSHOP.sells("cup", 1_000, 1))).isEqualTo(40);
    assertThat(rate(market, WORKSHOP, WORKSHOP.sells("bowl", 2_000, 1))).isEqualTo(100);
  }

  @Test
  void tiersLookAtWhatTheVendorSoldBefore() {
    TieredCommission.Terms tiers =
        new TieredCommission.Terms(
            SalesPeriod.THIS_MONTH,
            List.of(
                new Bracket(euros(0), Rate.percent("15")),
                new Bracket(euros(100_000), Rate.percent("10"))),
            null);
    TestRules rules = new TestRules().withoutVat().rule(TIERED, tiers, everything());

    assertThat(rate(market(rules), BAKERY, BAKERY.sells("cake", 1_000, 1))).isEqualTo(150);
    assertThat(
            rate(
                market(rules).sold(BAKERY, SalesPeriod.THIS_MONTH, 100_000),
                BAKERY,
                BAKERY.sells("cake", 1_000, 1)))
        .isEqualTo(100);
  }

  @Test
  void vatOnTheCommissionDependsOnWhoSells() {
    TestRules rules = new TestRules().rule(PERCENTAGE, percent("10"), everything());

    assertThat(vat(rules, BAKERY)).as("a French trader").isEqualTo(20);
    assertThat(vat(rules, ATTIC)).as("a private person").isEqualTo(20);
    assertThat(vat(rules, IRISH)).as("reverse charge").isZero();
  }

  @Test
  void aRuleThatFailsFallsBackToTheConfiguredRateAndSaysSo() {
    HostileRule throwing = HostileRule.throwing();
    TestRules rules =
        new TestRules()
            .withoutVat()
            .fallingBackTo("12")
            .rule(throwing, new HostileRule.None(), everything())
            .rule(PERCENTAGE, percent("1"), everything());

    LineQuote line =
        only(
            new Market(rules.book(), PERCENTAGE, throwing)
                .quote(BAKERY, BAKERY.sells("cake", 1_000, 1)));

    assertThat(amounts(line)).containsExactly("COMMISSION 120", "VENDOR_NET 880");
    assertThat(line.allocations().get(0).trace().fallback()).isTrue();
    assertThat(line.allocations().get(0).trace().reason()).contains("out of order");
  }

  @Test
  void aRuleWhoseConfigurationIsGoneFallsBackToo() {
    TestRules rules = new TestRules().withoutVat().rule(PERCENTAGE, percent("1"), everything());

    LineQuote line = only(new Market(rules.book()).quote(BAKERY, BAKERY.sells("cake", 1_000, 1)));

    assertThat(amounts(line)).containsExactly("COMMISSION 150", "VENDOR_NET 850");
  }

  @Test
  void whereNoRuleAppliesTheVendorKeepsAllAndTheTraceSaysWhy() {
    LineQuote line = only(market(new TestRules()).quote(BAKERY, BAKERY.sells("cake", 1_000, 1)));

    assertThat(amounts(line)).containsExactly("VENDOR_NET 1000");
    assertThat(line.allocations().get(0).trace().steps())
        .anyMatch(step -> step.detail().contains("no commission rule applies"));
  }

  @Test
  void theTraceTellsEveryStep() {
    Market market =
        market(
            new TestRules()
                .rule(PERCENTAGE, terms("10", euros(150), null, Base.GROSS), everything()));

    LineQuote line = only(market.quote(BAKERY, BAKERY.sells("cake", 1_200, 1)));

    assertThat(line.allocations().get(0).trace().steps())
        .extracting(step -> step.code() + " " + step.amountMinor())
        .containsExactly("base 1200", "rate 120", "floor 150");
    assertThat(line.allocations().get(2).trace().steps())
        .extracting(step -> step.code() + " " + step.amountMinor())
        .containsExactly("base 1200", "minus 1050", "minus 1020");
  }

  private static Market market(TestRules rules) {
    return new Market(rules.book(), PERCENTAGE, FIXED, TIERED);
  }

  private static long commissionOn(Market market, long cents) {
    return rate(market, BAKERY, BAKERY.sells("thing", cents, 1));
  }

  private static long rate(Market market, Stall stall, LineFacts line) {
    return amount(only(market.quote(stall, line)), COMMISSION);
  }

  private static long vat(TestRules rules, Stall stall) {
    return amount(only(market(rules).quote(stall, stall.sells("thing", 1_000, 1))), COMMISSION_VAT);
  }

  private static long amount(LineQuote line, Allocation.Kind kind) {
    return line.allocations().stream()
        .filter(leg -> leg.kind() == kind)
        .mapToLong(leg -> leg.amount().minor())
        .sum();
  }

  private static LineQuote only(Quote quote) {
    assertThat(quote.lines().flatMap(line -> line.allocations().stream()).map(Allocation::kind))
        .contains(VENDOR_NET);
    return quote.lines().collect(Collectors.toList()).get(0);
  }

  private static List<String> amounts(LineQuote line) {
    return line.allocations().stream().map(leg -> leg.kind() + " " + leg.amount().minor()).toList();
  }

  private static RuleScope everything() {
    return RuleScope.EVERYTHING;
  }

  private static Money euros(long cents) {
    return Money.of(cents, "EUR");
  }

  private static PercentageCommission.Terms percent(String percent) {
    return PercentageCommission.Terms.of(Rate.percent(percent));
  }

  private static PercentageCommission.Terms terms(
      String percent, Money floor, Money cap, Base base) {
    return new PercentageCommission.Terms(
        Rate.percent(percent), null, null, null, floor, cap, base);
  }
}
