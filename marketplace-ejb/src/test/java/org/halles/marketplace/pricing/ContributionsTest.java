package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.pricing.Stall.ATTIC;
import static org.halles.marketplace.pricing.Stall.BAKERY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.commission.TestRules;
import org.halles.spi.CartContribution;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** A baker sells a cake of 12.00 and sends it for 4.90; buyers may add 0.10 for a fund. */
class ContributionsTest {

  private static final String ROUND_UP = "test-round-up";

  private static final class RoundUp implements CartContribution {
    @Override
    public String id() {
      return ROUND_UP;
    }

    @Override
    public Optional<Offer> offer(Basket basket) {
      return Optional.of(
          new Offer(
              "mutual-aid",
              Money.of(10, basket.total().currency()),
              Map.of("en", "Round up", "fr", "Arrondir"),
              Map.of()));
    }
  }

  @Test
  void whatTheBuyerAddsIsPaidOnTopAndBelongsToTheFundAlone() {
    Quote quote = market().choosing(ROUND_UP).quote(BAKERY, BAKERY.sells("cake", 1_200, 1));

    assertThat(quote.totals().contribution()).isEqualTo(eur(10));
    assertThat(quote.totals().total()).isEqualTo(eur(1_200 + 490 + 10));
    Allocation leg = quote.groupAllocations().get(0);
    assertThat(quote.groupAllocations()).hasSize(1);
    assertThat(leg.party()).isEqualTo("third-party:mutual-aid");
    assertThat(leg.kind()).isEqualTo(Allocation.Kind.THIRD_PARTY);
    assertThat(leg.amount()).isEqualTo(eur(10));
    assertThat(leg.trace().steps())
        .extracting(step -> step.code() + " " + step.amountMinor())
        .containsExactly(ROUND_UP + " 10");
  }

  @Test
  void whatTheBuyerDoesNotChooseIsOfferedAndNotPaid() {
    LineFacts cake = BAKERY.sells("cake", 1_200, 1);

    assertThat(market().price(List.of(BAKERY), List.of(cake)).contributions())
        .containsExactly(
            new Contribution(
                ROUND_UP,
                "mutual-aid",
                eur(10),
                Map.of("en", "Round up", "fr", "Arrondir"),
                Map.of(),
                false));
    assertThat(market().quote(BAKERY, cake).totals().total()).isEqualTo(eur(1_200 + 490));
    assertThat(market().quote(BAKERY, cake).groupAllocations()).isEmpty();
  }

  @Test
  void nobodyIsAskedToAddToWhatCostsNothing() {
    Market market = market().choosing(ROUND_UP);

    assertThat(market.price(List.of(ATTIC), List.of(ATTIC.sells("gift", 0, 1))).contributions())
        .isEmpty();
    assertThat(market.quote(ATTIC, ATTIC.sells("gift", 0, 1)).totals().total()).isEqualTo(eur(0));
  }

  private static Market market() {
    return new Market(new TestRules().book(), new RoundUp());
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
