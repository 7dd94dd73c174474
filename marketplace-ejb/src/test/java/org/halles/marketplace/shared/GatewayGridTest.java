package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What credit may pay so that a gateway can take the rest. */
class GatewayGridTest {

  @ParameterizedTest
  @CsvSource({
    // total, there is, pays: a gateway takes fils of the Kuwaiti dinar in tens
    "10000, 3003, 3000",
    "10000, 3000, 3000",
    "10000, 10000, 10000",
    "10005, 3003, 2995",
    "10000, 4, 0",
    "10003, 10003, 10003"
  })
  void creditLeavesARestThatIsAMultipleOfTheStep(long total, long there, long pays) {
    Money credit = Money.of(there, "KWD");

    assertThat(GatewayGrid.leavingPayable(Money.of(total, "KWD"), credit))
        .isEqualTo(Money.of(pays, "KWD"));
  }

  @Test
  void partsThatFitOnlyTogetherDoNotFit() {
    Money whole = Money.of(3010, "KWD");

    assertThat(GatewayGrid.allFit(List.of(whole))).isTrue();
    assertThat(GatewayGrid.allFit(List.of(Money.of(1005, "KWD"), Money.of(2005, "KWD")))).isFalse();
  }

  @Test
  void whereEveryUnitCanBePaidAllOfTheCreditPays() {
    Money total = Money.of(1999, "EUR");

    assertThat(GatewayGrid.leavingPayable(total, Money.of(1, "EUR"))).isEqualTo(Money.of(1, "EUR"));
  }
}
