package org.halles.marketplace.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.halles.marketplace.ledger.Chart;
import org.junit.jupiter.api.Test;

class FrenchAccountTest {

  @Test
  void everyAccountOfTheBookHasANumberInTheFrenchChart() {
    assertThat(Chart.names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(FrenchAccount.of(name).number()).matches("\\d{6}"));
  }
}
