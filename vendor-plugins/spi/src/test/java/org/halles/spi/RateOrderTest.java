package org.halles.spi;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RateOrderTest {

  @Property
  void ratios_are_ordered_as_numbers_are(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long a,
      @ForAll @LongRange(min = 1, max = 1_000_000) long b,
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long c,
      @ForAll @LongRange(min = 1, max = 1_000_000) long d) {
    assertThat(Rate.of(a, b).compareTo(Rate.of(c, d))).isEqualTo(Long.compare(a * d, c * b));
  }
}
