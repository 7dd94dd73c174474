package org.halles.plugins.epr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.halles.spi.OnboardingRequirement;
import org.halles.testkit.OnboardingRequirementContract;
import org.halles.testkit.PluginJarContract;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EprFranceTest extends OnboardingRequirementContract {

  private static final OnboardingRequirement.Applicant TRADER =
      new OnboardingRequirement.Applicant("stall", true, "FR", LocalDate.of(2026, 5, 1));

  @Override
  protected OnboardingRequirement requirement() {
    return new EprFrance();
  }

  @Override
  protected Map<String, String> goodAnswers() {
    return Map.of("packaging", "FR123456_01ABCD");
  }

  @Test
  void whoPutsNoSuchGoodsOnTheMarketSaysSo() {
    Assertions.assertEquals(List.of(), requirement().check(TRADER, Map.of("notConcerned", "yes")));
  }

  @Test
  void anIdentifierOfTheWrongShapeIsToldBesideItsField() {
    Assertions.assertEquals(
        "packaging", requirement().check(TRADER, Map.of("packaging", "123456")).get(0).field());
  }

  @Nested
  class Jar extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return EprFrance.class;
    }
  }
}
