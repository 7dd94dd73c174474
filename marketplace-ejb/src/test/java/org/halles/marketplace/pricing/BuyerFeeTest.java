package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.Stall.BAKERY;
import static org.halles.marketplace.pricing.Stall.WORKSHOP;

import java.util.List;
import java.util.stream.Stream;
import org.halles.marketplace.commission.TestRules;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Worked by hand: what buyers pay to the marketplace, and the VAT of 20 % that is in it. */
class BuyerFeeTest {

  @Test
  void aRateOfTheGoodsAndAFlatAmountOnceAPurchase() {
    // 5 % of 12.00 + 30.00 = 2.10; 0.50 more = 2.60; VAT in it 2.60 x 20/120 = 0.4333 -> 0.43
    Quote quote = quote(terms(rule(500, 50, null)));

    assertThat(quote.totals().buyerFee()).isEqualTo(eur(260));
    assertThat(legs(quote)).containsExactly("platform BUYER_FEE 217", "tax:FR TAX 43");
    assertThat(quote.totals().total()).isEqualTo(eur(4_200 + 260).plus(quote.totals().shipping()));
    // 20 % in 12.00, 30.00 and the shipping of both, and the VAT in the fee
    assertThat(quote.totals().taxIncluded())
        .isEqualTo(
            Money.sum(
                    eur(0).currency(),
                    quote.vendors().stream().map(VendorQuote::taxIncluded).toList())
                .plus(eur(43)));
  }

  @Test
  void neverMoreThanTheCap() {
    assertThat(quote(terms(rule(1_000, 0, 150L))).totals().buyerFee()).isEqualTo(eur(150));
  }

  /** 5 % of 1.234 dinars are 61.7 thousandths: gateways take tens. */
  @Test
  void aFeeIsRoundedOnceToWhatGatewaysTake() {
    BuyerFeeTerms.Rule dinars = new BuyerFeeTerms.Rule(List.of(), "KWD", 500, 100, null);

    assertThat(new BuyerFee(terms(dinars), "FR", Money.of(1_234, "KWD")).amount())
        .isEqualTo(Money.of(160, "KWD"));
    assertThat(new BuyerFee(terms(dinars), "FR", Money.of(1_299, "KWD")).amount())
        .isEqualTo(Money.of(160, "KWD"));
    assertThat(new BuyerFee(terms(dinars), "FR", Money.of(1_300, "KWD")).amount())
        .isEqualTo(Money.of(170, "KWD"));
  }

  @Test
  void theTraceTellsEveryStepAndNoneThatDidNothing() {
    assertThat(steps(terms(rule(500, 50, null))))
        .containsExactly("base 4200", "rate 210", "per-order 260", "minus 217");
    // 10 % of 42.00 is 4.20, the cap 1.50; VAT in it 1.50 x 20/120 = 0.25
    assertThat(steps(terms(rule(1_000, 0, 150L))))
        .containsExactly("base 4200", "rate 420", "cap 150", "minus 125");
    assertThat(steps(new BuyerFeeTerms(List.of(rule(500, 0, null)), 0, "FR")))
        .containsExactly("base 4200", "rate 210");
  }

  @Test
  void theFirstRuleThatMatchesDecides() {
    BuyerFeeTerms.Rule swiss = new BuyerFeeTerms.Rule(List.of("CH"), "EUR", 0, 900, null);
    BuyerFeeTerms.Rule dollars = new BuyerFeeTerms.Rule(List.of(), "USD", 0, 800, null);
    BuyerFeeTerms.Rule french = new BuyerFeeTerms.Rule(List.of("BE", "FR"), "EUR", 0, 99, null);

    assertThat(quote(terms(swiss, dollars, french, rule(0, 700, null))).totals().buyerFee())
        .isEqualTo(eur(99));
    assertThat(quote(terms(swiss, dollars)).groupAllocations()).isEmpty();
  }

  @Test
  void beforeTheBuyerSaidWhereOnlyRulesForEveryCountryMatch() {
    BuyerFeeTerms.Rule french = new BuyerFeeTerms.Rule(List.of("FR"), "EUR", 0, 99, null);

    assertThat(new BuyerFee(terms(french), null, eur(1_000)).amount()).isEqualTo(eur(0));
    assertThat(new BuyerFee(terms(rule(0, 70, null)), null, eur(1_000)).amount())
        .isEqualTo(eur(70));
  }

  @Test
  void whatCostsNothingPaysNoFee() {
    assertThat(new BuyerFee(terms(rule(500, 50, null)), "FR", eur(0)).legs("hash")).isEmpty();
  }

  @Test
  void theCartShowsWhatTheCheckoutAsks() {
    BuyerFeeTerms terms = terms(rule(500, 50, null));
    Market market = market().asking(terms);

    assertThat(
            market
                .price(
                    List.of(BAKERY, WORKSHOP),
                    List.of(BAKERY.sells("cake", 1_200, 1), WORKSHOP.sells("stool", 3_000, 1)))
                .totals())
        .isEqualTo(quote(terms).totals());
  }

  @Test
  void otherTermsAreAnotherQuote() {
    assertThat(quote(terms(rule(500, 50, null))).hash())
        .isNotEqualTo(quote(terms(rule(500, 51, null))).hash());
  }

  private static List<String> steps(BuyerFeeTerms terms) {
    return quote(terms).groupAllocations().get(0).trace().steps().stream()
        .map(step -> step.code() + " " + step.amountMinor())
        .toList();
  }

  private static Quote quote(BuyerFeeTerms terms) {
    return market()
        .asking(terms)
        .quote(
            List.of(BAKERY, WORKSHOP),
            List.of(BAKERY.sells("cake", 1_200, 1), WORKSHOP.sells("stool", 3_000, 1)));
  }

  private static Market market() {
    return new Market(new TestRules().book());
  }

  private static BuyerFeeTerms terms(BuyerFeeTerms.Rule... rules) {
    return new BuyerFeeTerms(List.of(rules), 2_000, "FR");
  }

  private static BuyerFeeTerms.Rule rule(int basisPoints, long flat, Long most) {
    return new BuyerFeeTerms.Rule(List.of(), "EUR", basisPoints, flat, most);
  }

  private static List<String> legs(Quote quote) {
    return Stream.of(quote.groupAllocations())
        .flatMap(List::stream)
        .map(leg -> leg.party() + " " + leg.kind() + " " + leg.amount().minor())
        .toList();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
