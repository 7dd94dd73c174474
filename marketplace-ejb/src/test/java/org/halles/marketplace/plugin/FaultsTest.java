package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What foreign code says is kept with orders: it must be something a database takes. */
class FaultsTest {

  @Test
  void whatNoDatabaseTakesIsLeftOut() {
    String told = Faults.describe(new IllegalStateException("no\u0000body \ud83d shall \udd14buy"));

    assertThat(told).isEqualTo("IllegalStateException: nobody  shall buy");
  }

  @Test
  void aCharacterIsNeverCutInTwo() {
    String told = Faults.tell("x".repeat(299) + "🔔🔔");

    assertThat(told).isEqualTo("x".repeat(299) + "…");
    assertThat(Faults.tell("🔔".repeat(3))).isEqualTo("🔔🔔🔔");
  }
}
