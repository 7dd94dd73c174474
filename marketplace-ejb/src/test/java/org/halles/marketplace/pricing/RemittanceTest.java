package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.RemittanceTerms.Establishment.ANYWHERE;
import static org.halles.marketplace.pricing.RemittanceTerms.Establishment.IN_EU;
import static org.halles.marketplace.pricing.RemittanceTerms.Establishment.OUTSIDE_EU;
import static org.halles.marketplace.pricing.RemittanceTerms.Ground.DEEMED_SUPPLIER;
import static org.halles.marketplace.pricing.RemittanceTerms.Ground.FACILITATOR;
import static org.halles.marketplace.pricing.Stall.BAKERY;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.CommissionVat;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.commission.Trace;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.VendorFacts;
import org.junit.jupiter.api.Test;

/** Worked by hand: a Swiss clock for 30.00 and its parcel for 6.00, VAT of 20 % in both. */
class RemittanceTest {

  private static final Stall CLOCKS = Stall.stall("horloges", true, "CH", 600);
  private static final RemittanceTerms.Rule ABROAD =
      rule(DEEMED_SUPPLIER, OUTSIDE_EU, List.of("FR"), true, true);

  /** 30.00 x 20/120 = 5.00 and 6.00 x 20/120 = 1.00 are the state's. */
  @Test
  void taxThatThePlatformOwesIsKeptOutOfTheVendorsMoney() {
    Quote quote = quote(CLOCKS, CLOCKS.sells("clock", 3_000, 1), ABROAD);

    assertThat(legs(lineOf(quote))).containsExactly("tax:FR TAX 500", vendor(CLOCKS, 2_500));
    assertThat(legs(quote.vendors().get(0).shippingAllocations()))
        .containsExactly("tax:FR TAX 100", vendor(CLOCKS, 500));
    assertThat(lineOf(quote).get(0).trace().reason())
        .isEqualTo("remitted by the marketplace as deemed supplier");
    assertThat(quote.totals().total()).isEqualTo(eur(3_600));
  }

  @Test
  void withoutARuleThatMatchesTheTaxIsTheVendors() {
    List<RemittanceTerms.Rule> others =
        List.of(
            rule(DEEMED_SUPPLIER, IN_EU, List.of(), false, false),
            rule(FACILITATOR, ANYWHERE, List.of("US"), false, false));

    for (RemittanceTerms.Rule other : others) {
      assertThat(legs(lineOf(quote(CLOCKS, CLOCKS.sells("clock", 3_000, 1), other))))
          .containsExactly(vendor(CLOCKS, 3_000));
    }
    assertThat(legs(lineOf(quote(BAKERY, BAKERY.sells("cake", 1_200, 1), ABROAD))))
        .containsExactly(vendor(BAKERY, 1_200));
  }

  @Test
  void theFirstRuleThatMatchesDecides() {
    RemittanceTerms.Rule all = rule(FACILITATOR, ANYWHERE, List.of(), false, false);

    assertThat(
            lineOf(quote(CLOCKS, CLOCKS.sells("clock", 3_000, 1), all, ABROAD))
                .get(0)
                .trace()
                .reason())
        .isEqualTo("remitted by the marketplace as facilitator");
  }

  @Test
  void companiesServicesAndOtherCountriesCanBeLeftOut() {
    assertThat(ABROAD.matches("CH", "FR", false, true)).isTrue();
    assertThat(ABROAD.matches("CH", "FR", true, true)).isFalse();
    assertThat(ABROAD.matches("CH", "FR", false, false)).isFalse();
    assertThat(ABROAD.matches("CH", "DE", false, true)).isFalse();
    assertThat(ABROAD.matches("CH", null, false, true)).isFalse();
    assertThat(ABROAD.matches("FR", "FR", false, true)).isFalse();
  }

  /** Of 30.00 the state has 5.00: a commission of 28.00 finds 25.00, and its VAT nothing. */
  @Test
  void theStatesPartComesBeforeTheCommission() {
    VendorFacts vendor = new VendorFacts("7", "horloges", "CH", true, java.util.Map.of());
    Share greedy =
        new Share(
            new UUID(7, 1), 1, eur(2_800), new Trace("Rule", "percent", "", false, List.of()));
    Remitted kept = new Remitted(DEEMED_SUPPLIER, "FR", Rate.percent("20"), eur(500));

    List<Allocation> legs =
        new Legs(vendor, CommissionVat.FRANCE, "hash").of(eur(3_000), List.of(greedy), kept);

    assertThat(legs(legs))
        .containsExactly("tax:FR TAX 500", "platform COMMISSION 2500", "vendor:7 VENDOR_NET 0");
    assertThat(legs.get(1).trace().steps())
        .extracting(step -> step.code() + " " + step.amountMinor())
        .containsExactly("clamp 2500");
  }

  @Test
  void otherTermsAreAnotherQuote() {
    LineFacts clock = CLOCKS.sells("clock", 3_000, 1);

    assertThat(quote(CLOCKS, clock, ABROAD).hash()).isNotEqualTo(quote(CLOCKS, clock).hash());
    assertThat(lineOf(quote(CLOCKS, clock, ABROAD)).get(0).inputsHash())
        .isNotEqualTo(lineOf(quote(CLOCKS, clock)).get(0).inputsHash());
  }

  private static Quote quote(Stall stall, LineFacts line, RemittanceTerms.Rule... rules) {
    return new Market(new TestRules().book()).remitting(rules).quote(List.of(stall), List.of(line));
  }

  private static List<Allocation> lineOf(Quote quote) {
    return quote.vendors().get(0).lines().get(0).allocations();
  }

  private static RemittanceTerms.Rule rule(
      RemittanceTerms.Ground ground,
      RemittanceTerms.Establishment vendors,
      List<String> countries,
      boolean consumersOnly,
      boolean goodsOnly) {
    return new RemittanceTerms.Rule(ground, vendors, countries, consumersOnly, goodsOnly);
  }

  private static String vendor(Stall stall, long minor) {
    return "vendor:" + stall.id() + " VENDOR_NET " + minor;
  }

  private static List<String> legs(List<Allocation> legs) {
    return legs.stream()
        .map(leg -> leg.party() + " " + leg.kind() + " " + leg.amount().minor())
        .toList();
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
