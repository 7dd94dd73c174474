package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLadderTest {

  private final PriceLadder ladder =
      PriceLadder.of(
          Money.of(500, "EUR"),
          "[{\"from\": 10, \"minor\": 450}, {\"from\": 100, \"minor\": 390}]");

  @ParameterizedTest
  @CsvSource({"1, 500", "9, 500", "10, 450", "99, 450", "100, 390", "9999, 390"})
  void aUnitCostsWhatItsQuantityReaches(int quantity, long price) {
    assertThat(ladder.at(quantity).minor()).isEqualTo(price);
  }

  @Test
  void theNextStepIsTheNearestThatIsNotReached() {
    assertThat(ladder.next(8)).hasValueSatisfying(step -> assertThat(step.from()).isEqualTo(10));
    assertThat(ladder.next(10)).hasValueSatisfying(step -> assertThat(step.from()).isEqualTo(100));
    assertThat(ladder.next(100)).isEmpty();
  }

  @Test
  void stepsThatRoundingMakesNoLowerFallAway() {
    PriceLadder cents = PriceLadder.of(Money.of(3, "EUR"), "[{\"from\": 2, \"minor\": 2}]");

    PriceLadder halved = cents.map(price -> Money.of((price.minor() + 1) / 2, "EUR"));

    assertThat(halved).isEqualTo(new PriceLadder(Money.of(2, "EUR"), cheaperByOne()));
    assertThat(halved.map(price -> Money.of(1, "EUR")).breaks()).isEmpty();
  }

  private static List<PriceBreak> cheaperByOne() {
    return List.of(new PriceBreak(2, Money.of(1, "EUR")));
  }

  @Test
  void mostOffersHaveNoSteps() {
    PriceLadder flat = PriceLadder.of(Money.of(500, "EUR"), (String) null);

    assertThat(flat.at(1_000)).isEqualTo(flat.base());
    assertThat(flat.next(1)).isEmpty();
    assertThat(PriceLadder.stored(flat.breaks())).isNull();
  }
}
