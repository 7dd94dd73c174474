package org.halles.marketplace.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Json;
import org.junit.jupiter.api.Test;

class RuleWarningsTest {

  @Test
  void aRuleWhosePluginWasTakenOutIsNamed() {
    RuleVersion gone = rule("acme.gone");

    List<RuleVersion> warned =
        new RuleWarnings(Map.of(), null, List.of("here")).warn(List.of(gone));

    assertThat(warned.get(0).warnings())
        .singleElement()
        .asString()
        .contains("kind 'acme.gone'", "fallback rate");
  }

  @Test
  void aRuleWhosePluginIsThereIsFine() {
    RuleVersion here = rule("here");

    assertThat(new RuleWarnings(Map.of(), null, List.of("here")).warn(List.of(here)))
        .containsExactly(here);
  }

  private static RuleVersion rule(String kind) {
    return new RuleVersion(
        new UUID(0, 1),
        1,
        "Rule",
        null,
        kind,
        Json.mapper().createObjectNode(),
        "hash",
        "commission",
        1,
        RuleVersion.Status.ACTIVE,
        RuleScope.EVERYTHING,
        "somebody",
        "",
        null,
        null,
        Instant.EPOCH,
        null,
        null,
        List.of());
  }
}
