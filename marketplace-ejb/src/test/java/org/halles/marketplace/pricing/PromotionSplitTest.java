package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.Stall.BAKERY;
import static org.halles.marketplace.pricing.Stall.WORKSHOP;

import java.util.List;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.promotion.Offered;
import org.halles.marketplace.promotion.Offers;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand: a cake of 100.00, a fifth off it, 12 % commission with 20 % VAT on it; who bears
 * the discount decides who gets what.
 */
class PromotionSplitTest {

  private static final PercentageCommission PERCENTAGE = new PercentageCommission();
  private static final Offered FIFTH = Offers.percent("FIFTH", 2_000);

  @Test
  void whatThePlatformGivesTheVendorReceivesInFull() {
    // paid 80.00 + given 20.00 = 100.00; commission 12 % of 80.00 = 9.60, VAT 1.92, rest 88.48
    assertThat(legs(FIFTH, Base.GROSS))
        .containsExactly(
            "COMMISSION 960", "COMMISSION_VAT 192", "VENDOR_NET 8848", "PLATFORM_PROMOTION 2000");
  }

  @Test
  void whatTheVendorGivesIsMissingFromItsRest() {
    // paid 80.00; commission 9.60, VAT 1.92, rest 68.48
    assertThat(legs(Offers.by(BAKERY.id(), FIFTH), Base.GROSS))
        .containsExactly("COMMISSION 960", "COMMISSION_VAT 192", "VENDOR_NET 6848");
  }

  @Test
  void whatBothGiveIsDivided() {
    // a quarter of 20.00 is the platform's: paid 80.00 + given 5.00 = 85.00 - 9.60 - 1.92 = 73.48
    assertThat(legs(Offers.shared(FIFTH, 2_500, BAKERY.id()), Base.GROSS))
        .containsExactly(
            "COMMISSION 960", "COMMISSION_VAT 192", "VENDOR_NET 7348", "PLATFORM_PROMOTION 500");
  }

  @Test
  void theCommissionMayBeTakenOfThePriceBeforeDiscounts() {
    // 12 % of 100.00 = 12.00, VAT 2.40; the vendor gave the 20.00: 80.00 - 14.40 = 65.60
    assertThat(legs(Offers.by(BAKERY.id(), FIFTH), Base.GROSS_BEFORE_DISCOUNTS))
        .containsExactly("COMMISSION 1200", "COMMISSION_VAT 240", "VENDOR_NET 6560");
  }

  @Test
  void orOfThatWithoutTheTaxInIt() {
    // 100.00 hold 16.66 as 80.00 hold 13.33: 12 % of 83.34 = 10.00, VAT 2.00; 80.00 - 12.00 = 68.00
    assertThat(legs(Offers.by(BAKERY.id(), FIFTH), Base.NET_BEFORE_DISCOUNTS))
        .containsExactly("COMMISSION 1000", "COMMISSION_VAT 200", "VENDOR_NET 6800");
  }

  @Test
  void theBuyerPaysTaxAndTotalOfWhatIsLeft() {
    Quote quote = market(Base.GROSS).offering(FIFTH).quote(BAKERY, cake());

    LineQuote line = quote.lines().findFirst().orElseThrow();
    assertThat(line.before()).isEqualTo(eur(10_000));
    assertThat(line.discount()).isEqualTo(eur(2_000));
    assertThat(line.total()).isEqualTo(eur(8_000));
    assertThat(line.tax().amount()).isEqualTo(eur(1_333)); // 80.00 holds 13.33 of 20 % VAT
    assertThat(quote.totals().items()).isEqualTo(eur(10_000));
    assertThat(quote.totals().discount()).isEqualTo(eur(2_000));
    assertThat(quote.totals().total()).isEqualTo(eur(8_000 + 490));
  }

  @Test
  void anAmountOverTwoVendorsIsBorneByEachForItsOwnLine() {
    // 10.00 over 60.00 and 40.00: 6.00 and 4.00; the platform bears half of each
    Offered ten =
        Offers.shared(Offers.cents("TEN", 1_000, 5_000), 5_000, BAKERY.id(), WORKSHOP.id());
    Quote quote =
        market(Base.GROSS)
            .offering(ten)
            .quote(
                List.of(BAKERY, WORKSHOP),
                List.of(BAKERY.sells("cake", 6_000, 1), WORKSHOP.sells("lamp", 4_000, 1)));

    assertThat(quote.lines().map(line -> line.discount().minor())).containsExactly(600L, 400L);
    assertThat(quote.lines().map(line -> line.platformPart().minor())).containsExactly(300L, 200L);
    assertThat(quote.vendors().stream().map(vendor -> vendor.discount().minor()))
        .containsExactly(600L, 400L);
  }

  @Test
  void theCartSaysWhatACodeDoes() {
    PricedCart cart = market(Base.GROSS).offering(FIFTH).price(List.of(BAKERY), List.of(cake()));

    assertThat(cart.reductions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("FIFTH");
              assertThat(one.amount()).isEqualTo(eur(2_000));
              assertThat(one.applies()).isTrue();
            });
    assertThat(cart.totals().total()).isEqualTo(eur(8_490));
  }

  private static List<String> legs(Offered offered, Base base) {
    Quote quote = market(base).offering(offered).quote(BAKERY, cake());
    return quote
        .lines()
        .flatMap(line -> line.allocations().stream())
        .map(leg -> leg.kind() + " " + leg.amount().minor())
        .toList();
  }

  private static Market market(Base base) {
    PercentageCommission.Terms terms =
        new PercentageCommission.Terms(Rate.percent("12"), null, null, null, null, null, base);
    return new Market(
        new TestRules().rule(PERCENTAGE, terms, RuleScope.EVERYTHING).book(), PERCENTAGE);
  }

  private static LineFacts cake() {
    return BAKERY.sells("cake", 10_000, 1);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
