package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class LargestDeficitTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @Property(tries = 2_000)
  void random_refunds_stay_within_a_unit_and_close_every_leg(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 20_000) Long> legs,
      @ForAll long seed) {
    Random random = new Random(seed);
    Refunding refunding = new Refunding(legs);
    while (refunding.left() > 0) {
      long bound = random.nextBoolean() ? refunding.left() : Math.min(9, refunding.left());
      refunding.refund(1 + random.nextLong(bound));
    }
    refunding.assertClosed();
  }

  @Property(tries = 100)
  void four_hundred_refunds_of_one_cent_stay_within_a_unit_and_close_every_leg(
      @ForAll @Size(min = 2, max = 6) List<@LongRange(min = 1, max = 1_000) Long> weights) {
    List<Long> legs = new Money(400, EUR).allocate(weights).stream().map(Money::minor).toList();
    Refunding refunding = new Refunding(legs);
    for (int cent = 0; cent < 400; cent++) {
      refunding.refund(1);
    }
    refunding.assertClosed();
  }

  @Example
  void a_refund_of_a_third_takes_a_third_of_each() {
    assertThat(LargestDeficit.split(eur(333), List.of(eur(900), eur(100)), zeros(2)))
        .containsExactly(eur(300), eur(33));
  }

  @Example
  void ties_go_to_the_lower_index() {
    assertThat(LargestDeficit.split(eur(1), List.of(eur(50), eur(50)), zeros(2)))
        .containsExactly(eur(1), eur(0));
    assertThat(LargestDeficit.split(eur(1), List.of(eur(50), eur(50)), List.of(eur(1), eur(0))))
        .containsExactly(eur(0), eur(1));
  }

  @Example
  void legs_that_gave_too_much_before_make_the_others_give_less_than_their_whole_units() {
    List<Money> parts =
        LargestDeficit.split(
            eur(1), List.of(eur(100), eur(100), eur(100)), List.of(eur(9), eur(0), eur(0)));

    assertThat(Money.sum(EUR, parts)).isEqualTo(eur(1));
    assertThat(parts).allSatisfy(part -> assertThat(part.isNegative()).isFalse());
    assertThat(parts.get(0)).isEqualTo(eur(0));
  }

  @Example
  void nothing_is_refunded_of_nothing() {
    assertThat(LargestDeficit.split(eur(0), zeros(3), zeros(3))).isEqualTo(zeros(3));
  }

  @Example
  void what_cannot_be_refunded_is_refused_with_the_amounts() {
    List<Money> legs = List.of(eur(900), eur(100));
    refused(
        "cannot refund 10.01 EUR: between zero and 10.00 EUR is left", eur(1_001), legs, zeros(2));
    refused("cannot refund -0.01 EUR", eur(-1), legs, zeros(2));
    refused("not 2 legs and 1 refunded", eur(1), legs, zeros(1));
    refused("not 0 legs", eur(1), List.of(), List.of());
    refused("leg 1 received 1.00 EUR", eur(1), legs, List.of(eur(0), eur(101)));
    refused("JPY and EUR", Money.of(1, "JPY"), legs, zeros(2));
  }

  private static void refused(String message, Money refund, List<Money> legs, List<Money> soFar) {
    assertThatThrownBy(() -> LargestDeficit.split(refund, legs, soFar))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static List<Money> zeros(int count) {
    return Collections.nCopies(count, eur(0));
  }

  private static Money eur(long minor) {
    return new Money(minor, EUR);
  }

  /** Refunds one after the other, checking after each that every promise still holds. */
  private static final class Refunding {
    private final List<Money> legs;
    private final long total;
    private List<Money> done;

    Refunding(List<Long> legs) {
      this.legs = legs.stream().map(LargestDeficitTest::eur).toList();
      this.total = Money.sum(EUR, this.legs).minor();
      this.done = zeros(legs.size());
    }

    long left() {
      return total - Money.sum(EUR, done).minor();
    }

    void refund(long minor) {
      List<Money> parts = LargestDeficit.split(eur(minor), legs, done);
      assertThat(Money.sum(EUR, parts)).isEqualTo(eur(minor));
      List<Money> now = new ArrayList<>();
      for (int leg = 0; leg < legs.size(); leg++) {
        assertThat(parts.get(leg).isNegative()).isFalse();
        now.add(done.get(leg).plus(parts.get(leg)));
      }
      done = now;
      for (int leg = 0; leg < legs.size(); leg++) {
        assertWithinAUnit(leg);
      }
    }

    void assertClosed() {
      assertThat(done).isEqualTo(legs);
    }

    private void assertWithinAUnit(int leg) {
      BigInteger exact =
          BigInteger.valueOf(total - left()).multiply(BigInteger.valueOf(legs.get(leg).minor()));
      BigInteger given =
          BigInteger.valueOf(done.get(leg).minor()).multiply(BigInteger.valueOf(total));
      assertThat(given.subtract(exact).abs()).isLessThan(BigInteger.valueOf(total));
      assertThat(done.get(leg)).isLessThanOrEqualTo(legs.get(leg));
    }
  }
}
