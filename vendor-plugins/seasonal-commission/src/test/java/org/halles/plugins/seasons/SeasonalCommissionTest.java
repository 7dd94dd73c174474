package org.halles.plugins.seasons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.MonthDay;
import java.util.List;
import org.halles.plugins.seasons.SeasonalCommission.Calendar;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalCommissionTest extends CommissionRuleContract<Calendar> {

  private static final Season CHRISTMAS = new Season("Noël", "11-15", "01-05", Rate.percent("8"));
  private static final Season SUMMER = new Season("Été", "06-01", "08-31", Rate.percent("12"));

  @Override
  protected CommissionRule<Calendar> rule() {
    return new SeasonalCommission();
  }

  @Override
  protected List<Calendar> configurations() {
    return List.of(new Calendar(List.of(CHRISTMAS)), new Calendar(List.of(SUMMER, CHRISTMAS)));
  }

  @ParameterizedTest
  @CsvSource({
    "11-14, false",
    "11-15, true",
    "12-31, true",
    "01-05, true",
    "01-06, false",
    "07-01, false"
  })
  void aSeasonMayGoOverNewYear(String day, boolean in) {
    assertEquals(in, CHRISTMAS.has(MonthDay.parse("--" + day)));
  }

  @Test
  void everythingThatIsWrongWithASeasonIsToldAtOnce() {
    String told =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Season("", "13-01", "06-31", Rate.percent("120")))
            .getMessage();
    assertTrue(
        told.contains("name")
            && told.contains("13-01")
            && told.contains("06-31")
            && told.contains("120"),
        told);
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return SeasonalCommission.class;
    }
  }
}
