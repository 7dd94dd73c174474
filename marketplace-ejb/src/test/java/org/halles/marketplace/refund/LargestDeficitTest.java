package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Any sequence of refunds keeps every share within a unit of exact. */
class LargestDeficitTest {

  @Property
  void everyStepIsExactInSumAndWithinOneUnitInEachShare(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 0, max = 5000) Long> shares,
      @ForAll @Size(min = 1, max = 25) List<@IntRange(min = 1, max = 400) Integer> refunds) {
    List<Long> done = zeros(shares.size());
    long total = sum(shares);
    for (int refund : refunds) {
      long amount = Math.min(refund, total - sum(done));
      List<Long> given = LargestDeficit.of(amount, shares, done);
      assertThat(sum(given)).isEqualTo(amount);
      add(done, given);
      assertWithinOneUnit(shares, done, total);
    }
  }

  @Property(tries = 100)
  void oneUnitAtATimeClosesEveryShareAtTheTotal(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 120) Long> shares) {
    List<Long> done = zeros(shares.size());
    long total = sum(shares);
    for (long step = 0; step < total; step++) {
      add(done, LargestDeficit.of(1, shares, done));
      assertWithinOneUnit(shares, done, total);
    }
    assertThat(done).isEqualTo(shares);
  }

  /** Sums of named lines before leave the shares uneven; nothing may overshoot. */
  @Property
  void anUnevenBeginningStillClosesAndNeverOvershoots(
      @ForAll @Size(min = 2, max = 6) List<@LongRange(min = 1, max = 1000) Long> shares,
      @ForAll @IntRange(min = 0, max = 5) int closed,
      @ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 500) Integer> refunds) {
    List<Long> done = zeros(shares.size());
    done.set(closed % shares.size(), shares.get(closed % shares.size()));
    for (int refund : refunds) {
      long amount = Math.min(refund, sum(shares) - sum(done));
      add(done, LargestDeficit.of(amount, shares, done));
      for (int i = 0; i < shares.size(); i++) {
        assertThat(done.get(i)).isBetween(0L, shares.get(i));
      }
    }
    add(done, LargestDeficit.of(sum(shares) - sum(done), shares, done));
    assertThat(done).isEqualTo(shares);
  }

  @Example
  void moreThanThereIsIsRefused() {
    assertThatThrownBy(() -> LargestDeficit.of(11, List.of(6L, 4L), List.of(0L, 0L)))
        .hasMessageContaining("11 cannot be taken back from 10");
  }

  private static void assertWithinOneUnit(List<Long> shares, List<Long> done, long total) {
    long back = sum(done);
    for (int i = 0; i < shares.size(); i++) {
      assertThat(done.get(i)).isBetween(0L, shares.get(i));
      assertThat(Math.abs(done.get(i) * total - shares.get(i) * back))
          .as("share %s of %s after %s", done.get(i), shares.get(i), back)
          .isLessThan(Math.max(total, 1));
    }
  }

  private static List<Long> zeros(int count) {
    return new ArrayList<>(Collections.nCopies(count, 0L));
  }

  private static void add(List<Long> done, List<Long> given) {
    for (int i = 0; i < done.size(); i++) {
      done.set(i, done.get(i) + given.get(i));
    }
  }

  private static long sum(List<Long> amounts) {
    return amounts.stream().mapToLong(Long::longValue).sum();
  }
}
