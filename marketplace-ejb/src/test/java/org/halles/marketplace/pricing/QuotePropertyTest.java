package org.halles.marketplace.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.TestRules;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.promotion.Offered;
import org.halles.marketplace.promotion.Offers;
import org.halles.plugins.commissions.FixedCommission;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** Whatever is in the cart and whatever the rules: it closes, and chance has no part in it. */
class QuotePropertyTest {

  private static final List<Stall> STALLS =
      List.of(Stall.BAKERY, Stall.WORKSHOP, Stall.IRISH, Stall.ATTIC);
  private static final PercentageCommission PERCENTAGE = new PercentageCommission();
  private static final FixedCommission FIXED = new FixedCommission();
  private static final Plugins PLUGINS = Market.plugins(PERCENTAGE, FIXED);

  @Property(tries = 400)
  void whatTheBuyerPaysIsWhatThePartiesGet(
      @ForAll("carts") List<LineFacts> cart, @ForAll("rules") RuleBook rules) {
    Quote quote = market(rules).quote(STALLS, cart);

    long received =
        quote.vendors().stream()
            .flatMap(
                vendor ->
                    Stream.concat(
                        vendor.lines().stream().flatMap(line -> line.allocations().stream()),
                        vendor.shippingAllocations().stream()))
            .mapToLong(leg -> leg.amount().minor())
            .sum();
    assertThat(received).isEqualTo(quote.totals().total().minor());
    quote.lines().forEach(QuotePropertyTest::closes);
  }

  @Property(tries = 400)
  void withPromotionsTooEveryLineClosesAndNobodyElsePays(
      @ForAll("carts") List<LineFacts> cart,
      @ForAll("rules") RuleBook rules,
      @ForAll("promotions") List<Offered> promotions) {
    Quote quote = market(rules).offering(promotions.toArray(Offered[]::new)).quote(STALLS, cart);

    quote.lines().forEach(QuotePropertyTest::closesWithGifts);
    assertThat(quote.totals().discount())
        .isEqualTo(Money.sum(quote.currency(), quote.lines().map(LineQuote::discount).toList()));
  }

  /** Paid + given = shares; a vendor's own promotion touches none of another vendor's lines. */
  private static void closesWithGifts(LineQuote line) {
    assertThat(line.allocations()).allMatch(leg -> !leg.amount().isNegative());
    assertThat(line.total().isPositive()).isTrue();
    assertThat(line.total())
        .isEqualTo(line.unitPrice().times(line.quantity()).minus(line.discount()));
    assertThat(sum(line, leg -> leg.kind() != Allocation.Kind.PLATFORM_PROMOTION))
        .isEqualTo(line.total().minor() + line.platformPart().minor());
    assertThat(sum(line, leg -> leg.kind() == Allocation.Kind.PLATFORM_PROMOTION))
        .isEqualTo(line.platformPart().minor());
    assertThat(line.discounts())
        .filteredOn(discount -> discount.code().startsWith("OWN"))
        .allMatch(discount -> discount.platform().isZero());
  }

  private static long sum(LineQuote line, Predicate<Allocation> which) {
    return line.allocations().stream().filter(which).mapToLong(leg -> leg.amount().minor()).sum();
  }

  @Provide
  Arbitrary<List<Offered>> promotions() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 9_000),
            Arbitraries.longs().between(1, 100_000),
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.of(STALLS),
            Arbitraries.integers().between(0, 3))
        .as(QuotePropertyTest::promotion)
        .list()
        .ofMaxSize(4);
  }

  private static Offered promotion(int points, long cents, int share, Stall stall, int kind) {
    return switch (kind) {
      case 0 -> Offers.percent("ALL" + points, points);
      case 1 -> Offers.by(stall.id(), Offers.percent("OWN" + points, points));
      case 2 -> Offers.alone(Offers.cents("CENTS" + cents, cents, cents + 1));
      default -> Offers.shared(Offers.percent("BOTH" + points, points), share, stall.id());
    };
  }

  private static void closes(LineQuote line) {
    assertThat(line.allocations()).allMatch(leg -> !leg.amount().isNegative());
    assertThat(line.allocations().stream().mapToLong(leg -> leg.amount().minor()).sum())
        .isEqualTo(line.total().minor());
    assertThat(line.total()).isEqualTo(line.unitPrice().times(line.quantity()));
  }

  @Property(tries = 200)
  void theSameCartGivesTheSameQuote(
      @ForAll("carts") List<LineFacts> cart, @ForAll("rules") RuleBook rules) {
    assertThat(market(rules).quote(STALLS, cart)).isEqualTo(market(rules).quote(STALLS, cart));
  }

  @Property(tries = 200)
  void theOrderOfTheLinesDecidesNothing(
      @ForAll("carts") List<LineFacts> cart,
      @ForAll("rules") RuleBook rules,
      @ForAll Random random) {
    List<LineFacts> shuffled = new ArrayList<>(cart);
    Collections.shuffle(shuffled, random);

    Quote one = market(rules).quote(STALLS, cart);
    Quote other = market(rules).quote(STALLS, shuffled);

    assertThat(byOffer(other)).isEqualTo(byOffer(one));
    assertThat(other.hash()).isEqualTo(one.hash());
    assertThat(other.totals()).isEqualTo(one.totals());
  }

  private static Map<UUID, LineQuote> byOffer(Quote quote) {
    return quote.lines().collect(Collectors.toMap(LineQuote::offerId, Function.identity()));
  }

  private static Market market(RuleBook rules) {
    return new Market(rules, PLUGINS);
  }

  @Provide
  Arbitrary<List<LineFacts>> carts() {
    Arbitrary<LineFacts> line =
        Combinators.combine(
                Arbitraries.of(STALLS),
                Arbitraries.integers().between(1, 12),
                Arbitraries.longs().between(1, 500_000),
                Arbitraries.integers().between(1, 40))
            .as((stall, thing, cents, units) -> stall.sells("thing" + thing, cents, units));
    return line.list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(
            lines -> {
              Map<UUID, LineFacts> distinct = new LinkedHashMap<>();
              lines.forEach(one -> distinct.putIfAbsent(one.offerId(), one));
              return List.copyOf(distinct.values());
            });
  }

  @Provide
  Arbitrary<RuleBook> rules() {
    Arbitrary<Money> amount = Arbitraries.longs().between(0, 5_000).map(c -> Money.of(c, "EUR"));
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            amount.injectNull(0.5),
            amount.injectNull(0.5),
            amount,
            Arbitraries.of(Base.class),
            Arbitraries.of(STALLS).injectNull(0.5))
        .as(
            (points, perUnit, perOrder, perLine, base, stall) ->
                new TestRules()
                    .rule(
                        PERCENTAGE,
                        new PercentageCommission.Terms(
                            Rate.basisPoints(points), perUnit, null, perOrder, null, null, base),
                        scope(stall))
                    .rule(
                        "fee",
                        FIXED,
                        new FixedCommission.Terms(null, perLine, null),
                        RuleScope.EVERYTHING)
                    .book());
  }

  private static RuleScope scope(Stall stall) {
    return stall == null
        ? RuleScope.EVERYTHING
        : new RuleScope(stall.id(), null, null, null, null, null, null);
  }
}
