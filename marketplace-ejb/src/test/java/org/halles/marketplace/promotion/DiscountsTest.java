package org.halles.marketplace.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.halles.marketplace.promotion.Offers.alone;
import static org.halles.marketplace.promotion.Offers.by;
import static org.halles.marketplace.promotion.Offers.cents;
import static org.halles.marketplace.promotion.Offers.not;
import static org.halles.marketplace.promotion.Offers.on;
import static org.halles.marketplace.promotion.Offers.percent;
import static org.halles.marketplace.promotion.Offers.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Worked by hand: what is taken off which line, whose money it is, and why nothing is. */
class DiscountsTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");
  private static final UUID POTTER = new UUID(7, 1);
  private static final UUID BAKER = new UUID(7, 2);

  @Test
  void aPercentageIsRoundedOnceALineHalfAwayFromZero() {
    // 15 % of 0.90 = 0.135 -> 0.14; of 19.99 = 2.9985 -> 3.00
    Discounts discounts = of(lines(90, 1999), percent("SUMMER", 1500));

    assertThat(taken(discounts, 2)).containsExactly(14L, 300L);
  }

  @Test
  void anAmountGoesOverTheLinesByLargestRemainder() {
    // 10.00 over 33.33, 33.33, 33.34: 3.333, 3.333, 3.334 -> the last has the largest fraction
    Discounts discounts = of(lines(3333, 3333, 3334), cents("TEN", 1000, 2000));

    assertThat(taken(discounts, 3)).containsExactly(333L, 333L, 334L);
  }

  @Test
  void theOrderOfTheLinesChangesNothing() {
    List<Discounts.Item> lines = new ArrayList<>(lines(1000, 1000, 1000));
    Discounts one = of(lines, cents("ONE", 100, 200));
    Collections.reverse(lines);
    Discounts other = of(lines, cents("ONE", 100, 200));

    assertThat(taken(other, 3)).isEqualTo(taken(one, 3)).containsExactly(34L, 33L, 33L);
  }

  @Test
  void aVendorMayGiveAwayWhatThePlatformMayNot() {
    Discounts own = of(lines(1000), by(POTTER, percent("GIFT", 10_000)));
    Discounts platforms = of(lines(1000), percent("ALL", 10_000));
    Discounts both =
        of(lines(1000), cents("FIRST", 1001, 1000), by(POTTER, percent("GIFT", 10_000)));

    assertThat(taken(own, 1)).containsExactly(1000L);
    assertThat(taken(platforms, 1)).containsExactly(999L);
    assertThat(taken(both, 1)).containsExactly(1000L);
    assertThat(both.on(line(0))).extracting("code").containsExactly("GIFT");
  }

  @Test
  void aVendorsCouponTouchesNothingOfOthers() {
    Discounts discounts = of(lines(1000, 2000), by(POTTER, percent("POTS", 1000)));

    assertThat(taken(discounts, 2)).containsExactly(100L, 0L);
    assertThat(discounts.on(line(0)).get(0).platform()).isEqualTo(eur(0));
  }

  @Test
  void theSharesOfADiscountAddUpToIt() {
    // 10 % of 9.99 = 1.00 (0.999); the platform bears a third of it: 0.3333 -> 0.33, the vendor
    // 0.67
    Discounts discounts = of(lines(999), shared(percent("BOTH", 1000), 3333, POTTER));

    assertThat(discounts.on(line(0)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.amount()).isEqualTo(eur(100));
              assertThat(one.platform()).isEqualTo(eur(33));
            });
  }

  @Test
  void aVendorThatDidNotAgreePaysNothing() {
    Discounts discounts = of(lines(1000, 1000), shared(percent("BOTH", 1000), 5000, BAKER));

    assertThat(taken(discounts, 2)).containsExactly(0L, 100L);
  }

  @Test
  void belowTheMinimumItSaysHowMuchIsMissing() {
    Discounts discounts = of(lines(1500), cents("TWENTY", 500, 2000));

    assertThat(discounts.reductions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.reason()).isEqualTo("minimum");
              assertThat(one.missing()).isEqualTo(eur(500));
              assertThat(one.amount()).isEqualTo(eur(0));
            });
  }

  @Test
  void whatCannotBeCombinedLeavesTheFieldToTheBetterOne() {
    Discounts discounts = of(lines(10000), alone(percent("TENTH", 1000)), percent("FIFTH", 2000));

    assertThat(taken(discounts, 1)).containsExactly(2000L);
    assertThat(reasons(discounts)).containsExactly("FIFTH null", "TENTH not-combinable");
  }

  @Test
  void twoThatMayBeCombinedFollowOneAnother() {
    // 20 % of 100.00 = 20.00, then 10 % of the 80.00 that are left = 8.00
    Discounts discounts = of(lines(10000), percent("TENTH", 1000), percent("FIFTH", 2000));

    assertThat(taken(discounts, 1)).containsExactly(2800L);
  }

  @Test
  void twoOfTwoVendorsThatCannotBeCombinedDoNotMeet() {
    Discounts discounts =
        of(
            lines(10000, 10000),
            alone(by(POTTER, percent("POTS", 1000))),
            alone(by(BAKER, percent("BREAD", 2000))));

    assertThat(taken(discounts, 2)).containsExactly(1000L, 2000L);
  }

  @Test
  void itIsAboutACategoryAndThoseBelowOrAboutAListing() {
    assertThat(taken(of(lines(1000, 1000), on(percent("C", 1000), Target.CATEGORY, "root")), 2))
        .containsExactly(100L, 100L);
    assertThat(taken(of(lines(1000, 1000), on(percent("C", 1000), Target.CATEGORY, "leaf-1")), 2))
        .containsExactly(0L, 100L);
    assertThat(
            taken(
                of(lines(1000, 1000), on(percent("L", 1000), Target.LISTING, listing(0) + "")), 2))
        .containsExactly(100L, 0L);
    assertThat(taken(of(lines(1000, 1000), on(percent("V", 1000), Target.VENDOR, BAKER + "")), 2))
        .containsExactly(0L, 100L);
  }

  @Test
  void aLineAlwaysCostsTheSmallestUnitAtLeast() {
    Discounts discounts = of(lines(2, 1000), percent("NINETY", 9000), cents("TEN", 999, 1001));

    assertThat(taken(discounts, 2)).containsExactly(1L, 999L);
  }

  @Test
  void whatIsNotToBeHadSaysWhyAndACodeOfNobodyHereToo() {
    Discounts discounts =
        Discounts.of(
            new CartPromotions(List.of("OLD", "POTS"), List.of(not(percent("OLD", 1000), "ended"))),
            lines(1000),
            EUR);

    assertThat(reasons(discounts)).containsExactly("OLD ended", "POTS no-goods");
  }

  @Test
  void aCodeOfTwoPromotionsTakesOffWhatBothDo() {
    // 10 % of the potter's 10.00, 20 % of the baker's 20.00: one line of the summary, 5.00
    Discounts discounts =
        of(lines(1000, 2000), by(POTTER, percent("MARKET", 1000)), other(by(BAKER, fifth())));

    assertThat(taken(discounts, 2)).containsExactly(100L, 400L);
    assertThat(discounts.reductions())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo("MARKET");
              assertThat(one.amount()).isEqualTo(eur(500));
              assertThat(one.reason()).isNull();
            });
  }

  @Test
  void aCodeOfTwoPromotionsAppliesIfOneOfThemDoes() {
    Discounts discounts =
        of(lines(1000), by(POTTER, percent("MARKET", 1000)), other(by(BAKER, fifth())));

    assertThat(reasons(discounts)).containsExactly("MARKET null");
    assertThat(discounts.reductions().get(0).amount()).isEqualTo(eur(100));
  }

  @Test
  void ofTwoObstaclesTheOneThatSomethingCanBeDoneAboutIsTold() {
    Offered over = not(other(fifth()), "ended");
    Offered tooDear = cents("MARKET", 500, 2000);

    assertThat(reasons(of(lines(1500), over, tooDear))).containsExactly("MARKET minimum");
    assertThat(reasons(of(lines(1500), tooDear, over))).containsExactly("MARKET minimum");
  }

  @Test
  void twoCodesAreTwoLinesOfTheSummary() {
    Discounts discounts = of(lines(1000), not(percent("OLD", 1), "ended"), percent("NEW", 1000));

    assertThat(reasons(discounts)).containsExactlyInAnyOrder("NEW null", "OLD ended");
  }

  @Test
  void anotherCurrencyGetsNothing() {
    Money yen = Money.of(1000, "JPY");
    Discounts.Item sushi =
        new Discounts.Item(line(0), line(0), POTTER, listing(0), List.of("root"), yen);

    Discounts discounts =
        Discounts.of(
            new CartPromotions(List.of(), List.of(cents("TEN", 100, 200))),
            List.of(sushi),
            yen.currency());

    assertThat(reasons(discounts)).containsExactly("TEN currency");
  }

  private static Offered fifth() {
    return percent("MARKET", 2000);
  }

  /** The same as a promotion of its own. */
  private static Offered other(Offered one) {
    return new Offered(
        new UUID(9, one.id().getLeastSignificantBits()),
        one.version(),
        one.vendorId(),
        one.code(),
        one.title(),
        one.basisPoints(),
        one.amountMinor(),
        one.minimumMinor(),
        one.currency(),
        one.platformBasisPoints(),
        one.target(),
        one.targets(),
        one.stackable(),
        one.members(),
        one.obstacle());
  }

  private static Discounts of(List<Discounts.Item> lines, Offered... offered) {
    return Discounts.of(new CartPromotions(List.of(), List.of(offered)), lines, EUR);
  }

  /** The first is the potter's, the second the baker's, and so on in turns. */
  private static List<Discounts.Item> lines(long... cents) {
    return IntStream.range(0, cents.length)
        .mapToObj(
            index ->
                new Discounts.Item(
                    line(index),
                    line(index),
                    index % 2 == 0 ? POTTER : BAKER,
                    listing(index),
                    List.of("root", "leaf-" + index),
                    eur(cents[index])))
        .toList();
  }

  private static List<Long> taken(Discounts discounts, int lines) {
    return IntStream.range(0, lines)
        .mapToObj(
            index ->
                discounts.on(line(index)).stream().mapToLong(one -> one.amount().minor()).sum())
        .toList();
  }

  private static List<String> reasons(Discounts discounts) {
    return discounts.reductions().stream().map(one -> one.code() + " " + one.reason()).toList();
  }

  private static UUID line(int index) {
    return new UUID(1, index);
  }

  private static UUID listing(int index) {
    return new UUID(2, index);
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
