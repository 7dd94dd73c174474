package org.halles.marketplace.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Vendors agreed to half of 10 % off from 50.00 on, 100 times, twice a buyer, not combined. */
class AgreementTest {

  private static final PromotionView AGREED = terms(1000, 5000L, 5000, false, 100, 2);

  @Test
  void whatStaysOrGetsCheaperBindsThem() {
    assertThat(isExceeded(AGREED)).isFalse();
    assertThat(isExceeded(terms(1000, 6000L, 5000, false, 100, 2))).isFalse();
    assertThat(isExceeded(terms(1000, 5000L, 6000, false, 50, 1))).isFalse();
  }

  @Test
  void aSmallerPurchaseThatIsEnoughIsDearer() {
    assertThat(isExceeded(terms(1000, 4999L, 5000, false, 100, 2))).isTrue();
    assertThat(isExceeded(terms(1000, null, 5000, false, 100, 2))).isTrue();
  }

  @Test
  void moreUsesAreDearer() {
    assertThat(isExceeded(terms(1000, 5000L, 5000, false, 101, 2))).isTrue();
    assertThat(isExceeded(terms(1000, 5000L, 5000, false, null, 2))).isTrue();
    assertThat(isExceeded(terms(1000, 5000L, 5000, false, 100, 3))).isTrue();
    assertThat(isExceeded(terms(1000, 5000L, 5000, false, 100, null))).isTrue();
  }

  @Test
  void combiningItWithOthersIsDearer() {
    assertThat(isExceeded(terms(1000, 5000L, 5000, true, 100, 2))).isTrue();
  }

  @Test
  void anotherReductionOrASmallerShareOfThePlatformIsDearer() {
    assertThat(isExceeded(terms(1100, 5000L, 5000, false, 100, 2))).isTrue();
    assertThat(isExceeded(terms(1000, 5000L, 4999, false, 100, 2))).isTrue();
  }

  private static boolean isExceeded(PromotionView after) {
    return Agreement.isExceeded(AGREED, after);
  }

  private static PromotionView terms(
      int basisPoints,
      Long minimum,
      int platform,
      boolean stackable,
      Integer total,
      Integer perBuyer) {
    return new PromotionView(
        new UUID(7, 1),
        0,
        null,
        "TEN",
        Texts.of("Dix", "Ten"),
        basisPoints,
        null,
        minimum == null ? null : Money.of(minimum, "EUR"),
        platform,
        Target.ALL,
        List.of(),
        stackable,
        total,
        perBuyer,
        Instant.EPOCH,
        null,
        "ACTIVE",
        0,
        List.of(),
        0,
        false);
  }
}
