package org.halles.plugins.commissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;
import org.halles.spi.VendorFacts.SalesPeriod;
import org.halles.testkit.Sales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardCommissionsTest {

  private static final List<Bracket> BRACKETS =
      List.of(
          new Bracket(eur(0), Rate.percent("15")),
          new Bracket(eur(5_000), Rate.percent("10")),
          new Bracket(eur(100_000), Rate.percent("8")));

  @Test
  void a_percentage_passes_its_terms_on_and_explains_them() {
    PercentageCommission.Terms terms =
        new PercentageCommission.Terms(
            Rate.percent("12.5"), eur(30), null, eur(100), eur(50), eur(4_000), Base.NET_OF_TAX);

    CommissionProposal proposal =
        new PercentageCommission().propose(Sales.of(eur(9_900)), terms).orElseThrow();

    assertThat(proposal)
        .isEqualTo(
            new CommissionProposal(
                Rate.percent("12.5"),
                eur(30),
                null,
                eur(100),
                eur(50),
                eur(4_000),
                Base.NET_OF_TAX,
                "12.5 % of the price without tax + 0.30 EUR per unit + 1.00 EUR per order,"
                    + " at least 0.50 EUR, at most 40.00 EUR"));
  }

  @Test
  void amounts_of_one_currency_say_nothing_about_sales_in_another() {
    SaleFacts yen = Sales.of(Money.of(9_900, "JPY"));

    assertThat(
            new PercentageCommission()
                .propose(yen, PercentageCommission.Terms.of(Rate.percent("10"))))
        .isPresent();
    assertThat(
            new PercentageCommission()
                .propose(
                    yen,
                    new PercentageCommission.Terms(
                        Rate.percent("10"), null, null, null, null, eur(100), null)))
        .isEmpty();
    assertThat(new FixedCommission().propose(yen, new FixedCommission.Terms(eur(1), null, null)))
        .isEmpty();
    assertThat(
            new TieredCommission()
                .propose(yen, new TieredCommission.Terms(SalesPeriod.THIS_YEAR, BRACKETS, null)))
        .isEmpty();
  }

  @Test
  void fixed_amounts_come_per_unit_line_and_order() {
    CommissionProposal proposal =
        new FixedCommission()
            .propose(Sales.of(eur(9_900)), new FixedCommission.Terms(eur(10), eur(20), eur(30)))
            .orElseThrow();

    assertThat(proposal.rate()).isEqualTo(Rate.ZERO);
    assertThat(List.of(proposal.perUnit(), proposal.perLine(), proposal.perOrder()))
        .containsExactly(eur(10), eur(20), eur(30));
    assertThat(proposal.reason())
        .isEqualTo("0.10 EUR per unit + 0.20 EUR per line + 0.30 EUR per order");
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "4999, 15", "5000, 10", "99999, 10", "100000, 8", "100000000, 8"})
  void sales_reach_a_bracket_at_its_first_cent(long sold, String percent) {
    CommissionProposal proposal =
        new TieredCommission()
            .propose(
                soldSoFar(eur(sold)),
                new TieredCommission.Terms(SalesPeriod.LAST_MONTH, BRACKETS, null))
            .orElseThrow();

    assertThat(proposal.rate()).isEqualTo(Rate.percent(percent));
    assertThat(proposal.reason()).contains(percent + " % of the price", "last month", "so far");
  }

  @Test
  void a_vendor_without_sales_in_the_period_is_in_the_first_bracket() {
    SaleFacts soldInAnotherPeriod = soldSoFar(eur(100_000));

    assertThat(
            new TieredCommission()
                .propose(
                    soldInAnotherPeriod,
                    new TieredCommission.Terms(SalesPeriod.THIS_MONTH, BRACKETS, null)))
        .map(CommissionProposal::rate)
        .contains(Rate.percent("15"));
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "4999, 15", "5000, 10", "100001, 8"})
  void a_price_falls_into_its_band(long price, String percent) {
    assertThat(
            new PriceBandCommission()
                .propose(Sales.of(eur(price)), new PriceBandCommission.Terms(BRACKETS, Base.GROSS)))
        .map(CommissionProposal::rate)
        .contains(Rate.percent(percent));
  }

  @Test
  void wrong_percentage_terms_are_refused_with_everything_that_is_wrong() {
    assertThatThrownBy(
            () ->
                new PercentageCommission.Terms(
                    Rate.percent("120"), eur(-1), null, null, eur(200), eur(100), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("standard.percentage")
        .hasMessageContaining("rate is 120 %: it must be between 0 % and 100 %")
        .hasMessageContaining("perUnit is -0.01 EUR")
        .hasMessageContaining("floor 2.00 EUR is above cap 1.00 EUR");
    assertThatThrownBy(() -> PercentageCommission.Terms.of(null))
        .hasMessageContaining("rate is missing");
    assertThatThrownBy(
            () ->
                new PercentageCommission.Terms(
                    Rate.ONE, eur(1), Money.of(1, "JPY"), null, null, null, null))
        .hasMessageContaining("[EUR, JPY]");
  }

  @Test
  void fixed_terms_without_any_amount_are_refused() {
    assertThatThrownBy(() -> new FixedCommission.Terms(null, null, null))
        .hasMessageContaining("no amount is given");
  }

  @Test
  void brackets_that_leave_a_gap_or_overlap_are_refused() {
    Bracket zero = new Bracket(eur(0), Rate.ONE);
    refused("no bracket is given");
    refused("brackets[0].from is 0.01 EUR", new Bracket(eur(1), Rate.ONE));
    refused("brackets[1].from is 0.00 EUR, not above 0.00 EUR", zero, zero);
    refused("brackets[1].from is missing", zero, new Bracket(null, Rate.ONE));
    refused("brackets[1].rate is -1 %", zero, new Bracket(eur(1), Rate.percent("-1")));
    refused("one currency", zero, new Bracket(Money.of(5, "JPY"), Rate.ONE));
    assertThatThrownBy(() -> new TieredCommission.Terms(null, List.of(zero), null))
        .hasMessageContaining("period is missing");
  }

  private static void refused(String message, Bracket... brackets) {
    assertThatThrownBy(() -> new PriceBandCommission.Terms(Arrays.asList(brackets), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static SaleFacts soldSoFar(Money sold) {
    SaleFacts sale = Sales.of(eur(1_000));
    VendorFacts vendor =
        new VendorFacts("v-1", "some-vendor", "FR", true, Map.of(SalesPeriod.LAST_MONTH, sold));
    return new SaleFacts(
        vendor,
        sale.listingId(),
        sale.listingKind(),
        sale.categoryPath(),
        sale.attributes(),
        sale.quantity(),
        sale.unitPrice(),
        sale.lineTotal(),
        sale.taxIncluded(),
        sale.shippingShare(),
        sale.buyerCountry(),
        sale.at(),
        sale.businessDay());
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
