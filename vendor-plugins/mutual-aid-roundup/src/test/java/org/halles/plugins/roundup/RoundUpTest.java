package org.halles.plugins.roundup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CartContribution;
import org.halles.spi.CartContribution.Basket;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.testkit.CartContributionContract;
import org.halles.testkit.ConfigurableContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundUpTest extends CartContributionContract {

  private static final Fund FUND =
      new Fund("entraide", "Entraide", "Des repas.", "Meals.", Money.of(100, "EUR"));

  @Override
  protected CartContribution contribution() {
    return new RoundUp().with(FUND);
  }

  @ParameterizedTest
  @CsvSource({"3160, 40", "3199, 1", "3101, 99", "3100, 100"})
  void theTotalIsRoundedUpToTheNextEuro(long total, long offered) {
    assertEquals(Optional.of(offered), offered(new RoundUp().with(FUND), total, "EUR"));
  }

  @Test
  void aBasketSmallerThanTheGiftIsLeftAlone() {
    assertEquals(Optional.empty(), offered(new RoundUp().with(FUND), 30, "EUR"));
  }

  @Test
  void untilSomebodySaysForWhomNothingIsOffered() {
    assertEquals(Optional.empty(), offered(new RoundUp(), 3160, "EUR"));
    assertEquals(Optional.empty(), offered(new RoundUp().with(FUND), 3160, "CHF"));
  }

  @Test
  void everythingThatIsWrongWithAFundIsToldAtOnce() {
    String told =
        assertThrows(IllegalArgumentException.class, () -> new Fund("", null, "x", "", null))
            .getMessage();
    assertTrue(told.contains("party") && told.contains("purposeEn") && told.contains("step"), told);
  }

  private static Optional<Long> offered(RoundUp roundUp, long total, String currency) {
    Basket basket = new Basket(Money.of(total, currency), "FR", 1, Instant.EPOCH);
    return roundUp.offer(basket).map(offer -> offer.amount().minor());
  }

  @Nested
  class Form extends ConfigurableContract<Fund> {
    @Override
    protected Configurable<Fund> extension() {
      return new RoundUp();
    }

    @Override
    protected List<Fund> configurations() {
      return List.of(FUND);
    }
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return RoundUp.class;
    }
  }
}
