package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.Stall.BAKERY;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.affiliate.AffiliateOffer.Rate;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.promotion.Offered;
import org.halles.marketplace.promotion.Offers;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal.Base;
import org.junit.jupiter.api.Test;

/**
 * Worked by hand: a cake of 100.00 holds 16.67 of 20 % VAT, so an affiliate's rate is of 83.33; 12
 * % commission is 12.00 and the VAT on it 2.40, which leaves the baker 85.60.
 */
class AffiliateSplitTest {

  private static final PercentageCommission PERCENTAGE = new PercentageCommission();
  private static final UUID BLOG = UUID.fromString("00000000-0000-0000-0000-00000000b109");

  @Test
  void whatThePlatformOffersItPaysItself() {
    // 5 % of 83.33 = 4.1665
    assertThat(legs(null, "12", platform(500)))
        .containsExactly(
            "COMMISSION 1200",
            "COMMISSION_VAT 240",
            "VENDOR_NET 8560",
            "AFFILIATE 417",
            "PLATFORM_PROMOTION 417");
  }

  @Test
  void whatTheVendorOffersIsMissingFromItsRest() {
    // 3 % of 83.33 = 2.4999
    assertThat(legs(null, "12", vendor(300)))
        .containsExactly(
            "COMMISSION 1200", "COMMISSION_VAT 240", "VENDOR_NET 8310", "AFFILIATE 250");
  }

  @Test
  void bothAddUp() {
    assertThat(legs(null, "12", platform(500), vendor(300)))
        .containsExactly(
            "COMMISSION 1200",
            "COMMISSION_VAT 240",
            "VENDOR_NET 8310",
            "AFFILIATE 417",
            "PLATFORM_PROMOTION 417",
            "AFFILIATE 250");
  }

  @Test
  void aDiscountLowersTheShare() {
    // a fifth off: 80.00 hold 13.33 of VAT; 5 % of 66.67 = 3.3335. Commission 9.60 and 1.92
    assertThat(legs(Offers.by(BAKERY.id(), Offers.percent("FIFTH", 2_000)), "12", platform(500)))
        .containsExactly(
            "COMMISSION 960",
            "COMMISSION_VAT 192",
            "VENDOR_NET 6848",
            "AFFILIATE 333",
            "PLATFORM_PROMOTION 333");
  }

  @Test
  void aVendorNeverGivesMoreThanItHas() {
    // commission of 80 %: 80.00 and 16.00 leave 4.00 of the asked 41.67
    assertThat(legs(null, "80", vendor(5_000)))
        .containsExactly("COMMISSION 8000", "COMMISSION_VAT 1600", "VENDOR_NET 0", "AFFILIATE 400");
  }

  @Test
  void aVendorWithNothingLeftGivesNothing() {
    assertThat(legs(null, "100", vendor(500))).containsExactly("COMMISSION 10000", "VENDOR_NET 0");
  }

  @Test
  void theTraceSaysWhoOffersTheShare() {
    assertThat(reasons(platform(500))).containsExactly("offered by the platform");
    assertThat(reasons(vendor(500))).containsExactly("offered by the vendor");
  }

  @Test
  void whoeverHasNoOfferEarnsNothing() {
    assertThat(legs(null, "12"))
        .containsExactly("COMMISSION 1200", "COMMISSION_VAT 240", "VENDOR_NET 8560");
  }

  @Test
  void theBuyerPaysTheSameWhoeverSentIt() {
    assertThat(quote(null, "12", platform(500)).totals()).isEqualTo(quote(null, "12").totals());
    assertThat(quote(null, "12", platform(500)).hash())
        .isNotEqualTo(quote(null, "12", platform(400)).hash());
  }

  private static List<String> reasons(Rate... rates) {
    return quote(null, "12", rates)
        .lines()
        .flatMap(line -> line.allocations().stream())
        .filter(leg -> leg.kind() == Allocation.Kind.AFFILIATE)
        .map(leg -> leg.trace().reason())
        .toList();
  }

  private static List<String> legs(Offered discount, String commission, Rate... rates) {
    return quote(discount, commission, rates)
        .lines()
        .flatMap(line -> line.allocations().stream())
        .map(leg -> leg.kind() + " " + leg.amount().minor())
        .toList();
  }

  private static Quote quote(Offered discount, String commission, Rate... rates) {
    PercentageCommission.Terms terms =
        new PercentageCommission.Terms(
            org.halles.spi.Rate.percent(commission), null, null, null, null, null, Base.GROSS);
    Market market =
        new Market(
            new TestRules().rule(PERCENTAGE, terms, RuleScope.EVERYTHING).book(), PERCENTAGE);
    return Stream.ofNullable(discount)
        .reduce(market, Market::offering, (one, other) -> one)
        .quote(BAKERY, Stall.sentBy(offer(rates), BAKERY.sells("cake", 10_000, 1)));
  }

  private static AffiliateOffer offer(Rate... rates) {
    return new AffiliateOffer(BLOG, "blog", List.of(rates));
  }

  private static Rate platform(int basisPoints) {
    return new Rate(new UUID(0, 1), 0, basisPoints, false);
  }

  private static Rate vendor(int basisPoints) {
    return new Rate(new UUID(0, 2), 0, basisPoints, true);
  }
}
