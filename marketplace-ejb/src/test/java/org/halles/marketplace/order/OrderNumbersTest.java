package org.halles.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OrderNumbersTest {

  @Test
  void noTwoPurchasesHaveTheSameNumber() {
    assertThat(LongStream.range(1, 200_000).mapToObj(OrderNumbers::disguise).distinct().count())
        .isEqualTo(199_999);
  }

  @Test
  void neighboursDoNotLookAlike() {
    assertThat(OrderNumbers.disguise(1000).substring(0, 4))
        .isNotEqualTo(OrderNumbers.disguise(1001).substring(0, 4));
  }

  @Test
  void aNumberIsShortAndHasNoLettersThatAreMistakenForOthers() {
    LongStream.range(1, 5_000)
        .mapToObj(OrderNumbers::disguise)
        .forEach(
            number -> assertThat(number).matches("H-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
  }
}
