package org.halles.marketplace.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalPeriodTest {

  /** Tuesday to Tuesday; to a Saturday; to a Sunday; to Whit Monday; to a Friday, 1 May. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-10, 2026-03-24",
    "2026-03-14, 2026-03-30",
    "2026-03-15, 2026-03-30",
    "2026-05-11, 2026-05-26",
    "2026-04-17, 2026-05-04",
    "2026-12-11, 2026-12-28"
  })
  void itEndsWithTheNextWorkingDayAfterFourteenDays(LocalDate from, LocalDate lastDay) {
    assertThat(WithdrawalPeriod.lastDay(from)).isEqualTo(lastDay);
  }

  @Test
  void theWholeLastDayCountsWhereTheMarketIs() {
    assertThat(WithdrawalPeriod.end(Instant.parse("2026-03-10T09:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-24T23:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2038, 2038-04-25"})
  void easterIsWhereTheChurchKeepsIt(int year, LocalDate sunday) {
    assertThat(WithdrawalPeriod.easterOf(year)).isEqualTo(sunday);
  }
}
