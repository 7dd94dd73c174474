package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;

class AllocationTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @Property
  void the_parts_add_up_to_the_whole(
      @ForAll long total, @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0) Long> weights) {
    Money whole = new Money(total == Long.MIN_VALUE ? 0 : total, EUR);

    assertThat(Money.sum(EUR, whole.allocate(weights))).isEqualTo(whole);
  }

  @Property
  void every_part_is_within_one_unit_of_its_exact_share_and_has_the_sign_of_the_whole(
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long total,
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> weights) {
    List<Money> parts = new Money(total, EUR).allocate(weights);

    BigInteger sum = BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
    for (int i = 0; i < parts.size(); i++) {
      BigInteger error =
          BigInteger.valueOf(parts.get(i).minor())
              .multiply(sum)
              .subtract(BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights.get(i))));
      assertThat(error.abs()).isLessThan(sum);
      assertThat(Long.signum(parts.get(i).minor())).isIn(0, Long.signum(total));
    }
  }

  @Property
  void a_negative_whole_is_the_mirror_of_the_positive_one(
      @ForAll @LongRange(min = 0, max = 1_000_000_000) long total,
      @ForAll @Size(min = 1, max = 10) List<@LongRange(min = 0, max = 1_000) Long> weights) {
    List<Money> mirrored =
        new Money(-total, EUR).allocate(weights).stream().map(Money::negate).toList();

    assertThat(mirrored).isEqualTo(new Money(total, EUR).allocate(weights));
  }

  @Property
  void equal_weights_differ_by_a_unit_at_most_and_the_first_get_it(
      @ForAll @Positive int total, @ForAll @IntRange(min = 1, max = 50) int parties) {
    List<Money> parts = new Money(total, EUR).allocate(Collections.nCopies(parties, 7L));

    for (int i = 0; i < parties; i++) {
      long expected = total / parties + (i < total % parties ? 1 : 0);
      assertThat(parts.get(i).minor()).isEqualTo(expected);
    }
  }

  @Property
  void no_weight_gets_nothing_unless_all_weigh_nothing(
      @ForAll @Positive int total, @ForAll @Positive int weight) {
    Money whole = new Money(total, EUR);

    assertThat(whole.allocate(List.of(0L, (long) weight, 0L)))
        .containsExactly(Money.zero(EUR), whole, Money.zero(EUR));
    assertThat(whole.allocate(List.of(0L, 0L))).isEqualTo(whole.allocate(List.of(1L, 1L)));
  }

  @Property
  void adding_and_taking_away_are_exact(
      @ForAll @LongRange(min = -1L << 62, max = 1L << 61) long a,
      @ForAll @LongRange(min = -1L << 61, max = 1L << 61) long b) {
    Money left = new Money(a, EUR);
    Money right = new Money(b, EUR);

    assertThat(left.plus(right).minus(right)).isEqualTo(left);
    assertThat(left.plus(right)).isEqualTo(right.plus(left));
    assertThat(left.plus(right).minor()).isEqualTo(a + b);
  }

  @Property
  void a_share_is_within_half_a_unit_and_odd_in_its_sign(
      @ForAll @LongRange(min = -1L << 60, max = 1L << 60) long minor,
      @ForAll @LongRange(min = 0, max = 10_000) long points) {
    Money share = new Money(minor, EUR).times(Rate.basisPoints(points));

    BigInteger error =
        BigInteger.valueOf(share.minor())
            .multiply(BigInteger.valueOf(10_000))
            .subtract(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(points)));
    assertThat(error.abs()).isLessThanOrEqualTo(BigInteger.valueOf(5_000));
    assertThat(new Money(-minor, EUR).times(Rate.basisPoints(points))).isEqualTo(share.negate());
  }
}
