package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacksTest {

  @Test
  void whole_packs_from_the_least_on_are_allowed() {
    Packs dozens = Packs.of(24, 12);

    assertThat(dozens.allow(12)).isFalse();
    assertThat(dozens.allow(24)).isTrue();
    assertThat(dozens.allow(30)).isFalse();
    assertThat(dozens.allow(36)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 12, 24, 25, 100})
  void the_next_number_is_allowed_and_none_between(int units) {
    Packs dozens = Packs.of(24, 12);

    assertThat(dozens.allow(dozens.next(units))).isTrue();
    for (int less = units; less < dozens.next(units); less++) {
      assertThat(dozens.allow(less)).isFalse();
    }
  }

  @Test
  void where_nothing_is_said_any_number_goes() {
    assertThat(Packs.of(null, null).free()).isTrue();
    assertThat(Packs.of(3, null).next(1)).isEqualTo(3);
    assertThat(Packs.of(null, 5).next(7)).isEqualTo(10);
  }

  @Test
  void more_than_the_most_is_not_sold_and_the_next_number_stays_below_it() {
    Packs sixes = Packs.of(6, 6, 20);

    assertThat(sixes.allow(18)).isTrue();
    assertThat(sixes.allow(24)).isFalse();
    assertThat(sixes.next(50)).isEqualTo(18);
    assertThat(sixes.free()).isFalse();
  }
}
