package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.halles.marketplace.pricing.Stall.BAKERY;
import static org.halles.marketplace.pricing.Stall.IRISH;
import static org.halles.marketplace.pricing.Stall.WORKSHOP;

import java.util.List;
import java.util.Optional;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.tax.TaxUnavailable;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.junit.jupiter.api.Test;

class CartPriceTest {

  private final TestRules noRules = new TestRules();

  private static final class BrokenShipping implements ShippingRates {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      throw new IllegalStateException("carrier table unreadable");
    }
  }

  private static final class BrokenTax implements TaxRules {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public Optional<TaxRate> rateFor(Supply supply) {
      throw new IllegalStateException("no table");
    }
  }

  private static final class TaxOnTop implements TaxRules {
    @Override
    public String id() {
      return "on-top";
    }

    @Override
    public Optional<TaxRate> rateFor(Supply supply) {
      return Optional.of(new TaxRate(Rate.percent("10"), "US-XX", "Sales tax 10 %", false));
    }
  }

  @Test
  void taxInThePriceExplainsAndIsNeverAdded() {
    PricedCart cart =
        new Market(noRules.book()).price(List.of(BAKERY), List.of(BAKERY.sells("cake", 1_200, 1)));

    assertThat(cart.totals().items()).isEqualTo(euros(1_200));
    assertThat(cart.totals().shipping()).isEqualTo(euros(490));
    assertThat(cart.totals().taxIncluded()).isEqualTo(euros(200 + 82));
    assertThat(cart.totals().total()).isEqualTo(euros(1_690));
  }

  @Test
  void taxOnTopIsAddedAndGoesToTheSellerWhoOwesIt() {
    Quote quote =
        new Market(noRules.book(), new TaxOnTop()).quote(BAKERY, BAKERY.sells("cake", 1_000, 1));

    assertThat(quote.totals().taxAdded()).isEqualTo(euros(100 + 49));
    assertThat(quote.totals().total()).isEqualTo(euros(1_000 + 490 + 149));
    assertThat(quote.vendors().get(0).lines().get(0).allocations().get(0).amount())
        .isEqualTo(euros(1_100));
  }

  @Test
  void workDoneAtTheVendorsIsTaxedThereAndOtherWorkWhereTheBuyerIs() {
    TaxRules byBuyersCountry =
        new TaxRules() {
          @Override
          public String id() {
            return "by-country";
          }

          @Override
          public Optional<TaxRate> rateFor(Supply supply) {
            String country = supply.buyerCountry();
            return Optional.of(new TaxRate(Rate.percent("20"), country, country, true));
          }
        };
    List<String> taxed =
        new Market(noRules.book(), byBuyersCountry)
                .price(
                    List.of(IRISH),
                    List.of(IRISH.servesAtItsPlace("class", 3_500), IRISH.serves("visit", 3_500)))
                .vendors()
                .get(0)
                .lines()
                .stream()
                .map(line -> line.tax().jurisdiction())
                .toList();

    assertThat(taxed).containsExactly("IE", "FR");
  }

  @Test
  void aServiceNeedsNoShipping() {
    PricedCart cart =
        new Market(noRules.book())
            .price(List.of(WORKSHOP), List.of(WORKSHOP.serves("repair", 3_500)));

    assertThat(cart.vendors().get(0).needsShipping()).isFalse();
    assertThat(cart.totals().total()).isEqualTo(euros(3_500));
    assertThat(cart.notices()).isEmpty();
  }

  @Test
  void whatIsNoLongerOnSaleIsNotInTheTotalAndTheBuyerIsTold() {
    PricedCart cart =
        new Market(noRules.book())
            .price(
                List.of(BAKERY),
                List.of(BAKERY.sells("cake", 1_200, 1), BAKERY.nolongerSells("pie", 900)));

    assertThat(cart.totals().items()).isEqualTo(euros(1_200));
    assertThat(cart.notices()).extracting(PricedCart.Notice::code).containsExactly("unavailable");
  }

  @Test
  void whereNobodyCanShipTheBuyerIsToldAndTheQuoteRefused() {
    Stall nowhere = new Stall(BAKERY.seller(), List.of());
    Market market = new Market(noRules.book());
    List<LineFacts> lines = List.of(nowhere.sells("cake", 1_200, 1));

    assertThat(market.price(List.of(nowhere), lines).notices())
        .extracting(PricedCart.Notice::code)
        .containsExactly("cannot-ship");
    assertThatThrownBy(() -> market.quote(List.of(nowhere), lines))
        .isInstanceOf(NotReady.class)
        .hasMessageContaining("does not ship");
  }

  @Test
  void aBrokenShippingPluginMakesItsOptionsVanish() {
    Market market = new Market(noRules.book(), new BrokenShipping());

    assertThat(market.price(List.of(BAKERY), List.of(BAKERY.sells("cake", 1_200, 1))).notices())
        .extracting(PricedCart.Notice::code)
        .containsExactly("shipping-unavailable");
  }

  @Test
  void anotherShippingPluginStepsInForABrokenOne() {
    Market market = new Market(noRules.book(), new BrokenShipping(), new Market.FlatShipping());

    assertThat(market.quote(BAKERY, BAKERY.sells("cake", 1_200, 1)).totals().shipping())
        .isEqualTo(euros(490));
  }

  @Test
  void nothingIsSoldAtAGuessedTax() {
    Market market = new Market(noRules.book(), new BrokenTax());

    assertThat(market.price(List.of(BAKERY), List.of(BAKERY.sells("cake", 1_200, 1))).notices())
        .extracting(PricedCart.Notice::code)
        .containsExactly("tax-unavailable");
    assertThatThrownBy(() -> market.quote(BAKERY, BAKERY.sells("cake", 1_200, 1)))
        .isInstanceOf(TaxUnavailable.class);
  }

  private static Money euros(long cents) {
    return Money.of(cents, "EUR");
  }
}
