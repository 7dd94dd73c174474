package org.halles.plugins.parcels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.halles.spi.Configurable;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingRates;
import org.halles.spi.ShippingRates.Destination;
import org.halles.spi.ShippingRates.Item;
import org.halles.spi.ShippingRates.Parcel;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PluginJarContract;
import org.halles.testkit.ShippingRatesContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelTableTest extends ShippingRatesContract {

  private static final Table TABLE =
      new Table(
          "Colis",
          2,
          4,
          500,
          List.of(new Step(5_000, Money.of(1_290, "EUR")), new Step(1_000, Money.of(690, "EUR"))));

  @Override
  protected ShippingRates rates() {
    return new ParcelTable().with(TABLE);
  }

  @ParameterizedTest
  @CsvSource({"400, 690", "1000, 690", "1001, 1290", "5000, 1290", "0, 690"})
  void theFirstLineThatIsHeavyEnoughDecides(int grams, long price) {
    assertEquals(List.of(price), pricesOf(new ParcelTable().with(TABLE), grams, "EUR"));
  }

  @Test
  void whatIsTooHeavyOrInAnotherCurrencyIsNotOffered() {
    assertTrue(pricesOf(new ParcelTable().with(TABLE), 5_001, "EUR").isEmpty());
    assertTrue(pricesOf(new ParcelTable().with(TABLE), 400, "CHF").isEmpty());
  }

  @Test
  void untilATableIsTypedNothingIsOffered() {
    assertTrue(pricesOf(new ParcelTable(), 400, "EUR").isEmpty());
  }

  @Test
  void everythingThatIsWrongWithATableIsToldAtOnce() {
    String told =
        assertThrows(IllegalArgumentException.class, () -> new Table("", 4, 2, 500, List.of()))
            .getMessage();
    assertTrue(told.contains("label") && told.contains("maxDays") && told.contains("steps"), told);
  }

  private static List<Long> pricesOf(ParcelTable rates, int grams, String currency) {
    Parcel parcel =
        new Parcel(
            "v1",
            "FR",
            new Destination("FR", "75011"),
            List.of(new Item("o1", 1, Money.of(2_000, currency), grams, null)),
            CurrencyCode.of(currency),
            List.of());
    return rates.options(parcel).stream().map(option -> option.price().minor()).toList();
  }

  @Nested
  class Form extends ConfigurableContract<Table> {
    @Override
    protected Configurable<Table> extension() {
      return new ParcelTable();
    }

    @Override
    protected List<Table> configurations() {
      return List.of(TABLE);
    }
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return ParcelTable.class;
    }
  }
}
