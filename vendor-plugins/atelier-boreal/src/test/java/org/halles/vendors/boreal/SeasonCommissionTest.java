package org.halles.vendors.boreal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.halles.spi.CommissionRule;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.Sales;
import org.junit.jupiter.api.Test;

class SeasonCommissionTest extends CommissionRuleContract<SeasonCommission.Terms> {

  private static final Rate TWELVE = Rate.percent("12");
  private static final Rate EIGHT = Rate.percent("8");

  @Override
  protected CommissionRule<SeasonCommission.Terms> rule() {
    return new SeasonCommission();
  }

  @Override
  protected List<SeasonCommission.Terms> configurations() {
    return List.of(
        new SeasonCommission.Terms(TWELVE, EIGHT, Month.JUNE, Month.AUGUST),
        new SeasonCommission.Terms(TWELVE, EIGHT, Month.NOVEMBER, Month.FEBRUARY),
        new SeasonCommission.Terms(Rate.ZERO, Rate.ONE, Month.MAY, Month.MAY));
  }

  @Test
  void the_season_includes_its_first_and_last_month() {
    assertThat(seasonMonths(Month.JUNE, Month.AUGUST))
        .containsExactly(Month.JUNE, Month.JULY, Month.AUGUST);
    assertThat(seasonMonths(Month.MAY, Month.MAY)).containsExactly(Month.MAY);
  }

  @Test
  void a_season_may_run_over_the_new_year() {
    assertThat(seasonMonths(Month.NOVEMBER, Month.FEBRUARY))
        .containsExactly(Month.JANUARY, Month.FEBRUARY, Month.NOVEMBER, Month.DECEMBER);
  }

  @Test
  void wrong_terms_are_refused_with_everything_that_is_wrong() {
    assertThatThrownBy(() -> new SeasonCommission.Terms(Rate.percent("101"), null, Month.MAY, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate is 101 %")
        .hasMessageContaining("seasonRate is null")
        .hasMessageContaining("firstMonth and lastMonth are needed");
  }

  private static List<Month> seasonMonths(Month first, Month last) {
    SeasonCommission.Terms terms = new SeasonCommission.Terms(TWELVE, EIGHT, first, last);
    return Arrays.stream(Month.values())
        .filter(
            month ->
                new SeasonCommission()
                    .propose(soldIn(month), terms)
                    .orElseThrow()
                    .rate()
                    .equals(EIGHT))
        .toList();
  }

  private static SaleFacts soldIn(Month month) {
    SaleFacts sale = Sales.of(Money.of(10_000, "EUR"));
    return new SaleFacts(
        sale.vendor(),
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
        sale.businessDay().withMonth(month.getValue()));
  }
}
