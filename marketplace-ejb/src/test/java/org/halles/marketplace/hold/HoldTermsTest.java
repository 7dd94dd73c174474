package org.halles.marketplace.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Worked by hand: a Monday evening in Paris, when it is an hour earlier in UTC. */
class HoldTermsTest {

  private static final Instant EVENING = Instant.parse("2026-03-02T21:30:00Z");

  @Test
  void moneyRipensAsItsDayBegins() {
    HoldTerms terms = new HoldTerms(14, 30, 1_000, 90);

    assertThat(terms.afterDelivery(EVENING)).isEqualTo("2026-03-15T23:00:00Z");
    // summer time has begun by then
    assertThat(terms.afterLeaving(EVENING)).isEqualTo("2026-03-31T22:00:00Z");
    assertThat(terms.afterRelease(EVENING)).isEqualTo("2026-05-30T22:00:00Z");
  }

  @Test
  void withoutDaysItIsThereAtOnceAndWithoutALongestDayItWaits() {
    HoldTerms terms = new HoldTerms(0, null, 0, 0);

    assertThat(terms.afterDelivery(EVENING)).isEqualTo(EVENING);
    assertThat(terms.afterLeaving(EVENING)).isNull();
  }

  @Test
  void theReserveIsRoundedOnceAndNeverMoreThanAllOfIt() {
    // 12.5 % of 0.20 = 0.025 -> 0.03; 10 % of 19.99 = 1.999 -> 2.00
    assertThat(new HoldTerms(0, null, 1_250, 9).reserveOf(eur(20))).isEqualTo(eur(3));
    assertThat(new HoldTerms(0, null, 1_000, 9).reserveOf(eur(1_999))).isEqualTo(eur(200));
    assertThat(new HoldTerms(0, null, 10_000, 9).reserveOf(eur(1_999))).isEqualTo(eur(1_999));
    assertThat(new HoldTerms(0, null, 0, 0).reserveOf(eur(1_999))).isEqualTo(eur(0));
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
