package org.halles.plugins.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates.Destination;
import org.halles.spi.ShippingRates.Item;
import org.halles.spi.ShippingRates.Parcel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRatesTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  /** Two chairs of 4.2 kg for 120.00 together, and a spoon of unknown weight for 9.00. */
  private static final List<Item> CHAIRS_AND_SPOON =
      List.of(
          new Item("chair", 2, eur(12_000), 4_200, eur(1_250)),
          new Item("spoon", 1, eur(900), 0, null));

  @ParameterizedTest
  @CsvSource({
    "flat,       590,   590",
    "per-item,   590,  1770",
    "by-weight,  150,  1350",
    "offer-fee,    0,  2500"
  })
  void each_mode_has_its_price(String mode, long price, long expected) {
    assertThat(prices(CHAIRS_AND_SPOON, method(mode, price, null))).containsExactly(eur(expected));
  }

  @ParameterizedTest
  @CsvSource({"1, 150", "1000, 150", "1001, 300", "0, 150"})
  void a_started_kilogram_counts_and_a_parcel_weighs_at_least_one(int grams, long expected) {
    List<Item> item = List.of(new Item("o", 1, eur(500), grams, null));

    assertThat(prices(item, method("by-weight", 150, null))).containsExactly(eur(expected));
  }

  @ParameterizedTest
  @CsvSource({"12899, 0", "12900, 0", "12901, 590"})
  void goods_worth_the_threshold_ship_free(long freeFrom, long expected) {
    assertThat(prices(CHAIRS_AND_SPOON, method("flat", 590, eur(freeFrom))))
        .containsExactly(eur(expected));
  }

  @Test
  void a_method_ships_only_to_its_countries() {
    ShippingMethod france =
        new ShippingMethod("m", "Livraison", "flat", eur(590), null, 2, 4, List.of("FR"));

    assertThat(options(CHAIRS_AND_SPOON, "FR", france))
        .containsExactly(new ShippingOption("m", "Livraison", eur(590), 2, 4));
    assertThat(options(CHAIRS_AND_SPOON, "DE", france)).isEmpty();
  }

  @Test
  void what_cannot_be_priced_rightly_is_not_offered() {
    ShippingMethod dollars =
        new ShippingMethod("d", "Dollars", "flat", Money.of(5, "USD"), null, 1, 2, List.of());
    List<Item> feeInDollars = List.of(new Item("o", 1, eur(500), 0, Money.of(5, "USD")));

    assertThat(options(CHAIRS_AND_SPOON, "FR", dollars)).isEmpty();
    assertThat(options(CHAIRS_AND_SPOON, "FR", method("by-drone", 590, null))).isEmpty();
    assertThat(options(feeInDollars, "FR", method("offer-fee", 0, null))).isEmpty();
    assertThat(options(List.of(), "FR", method("flat", 590, null))).isEmpty();
  }

  @Test
  void a_threshold_in_another_currency_frees_nothing() {
    assertThat(prices(CHAIRS_AND_SPOON, method("flat", 590, Money.of(1, "JPY"))))
        .containsExactly(eur(590));
  }

  private static List<Money> prices(List<Item> items, ShippingMethod method) {
    return options(items, "FR", method).stream().map(ShippingOption::price).toList();
  }

  private static List<ShippingOption> options(
      List<Item> items, String country, ShippingMethod method) {
    return new TableRates()
        .options(
            new Parcel(
                "v-1", "FR", new Destination(country, "69001"), items, EUR, List.of(method)));
  }

  private static ShippingMethod method(String mode, long price, Money freeFrom) {
    return new ShippingMethod("m", "Livraison", mode, eur(price), freeFrom, 2, 4, List.of());
  }

  private static Money eur(long minor) {
    return new Money(minor, EUR);
  }
}
