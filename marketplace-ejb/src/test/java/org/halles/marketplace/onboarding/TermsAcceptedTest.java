package org.halles.marketplace.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.marketplace.vendor.VendorStatus;
import org.junit.jupiter.api.Test;

/** Version 1 is old; version 2 is published and falls due later. */
class TermsAcceptedTest {

  private static final int NONE = 0;
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

  private final TermsAccepted terms = new TermsAccepted();

  @Test
  void whoAppliesAcceptsTheNewestAtOnce() {
    assertThat(lacks(vendor(true, NONE, 1))).isNotEmpty();
    assertThat(lacks(vendor(true, 2, 1))).isEmpty();
  }

  @Test
  void whoAcceptedBeforeSellsOnUntilTheNewVersionFallsDue() {
    assertThat(lacks(vendor(true, 1, 1))).isEmpty();
    assertThat(lacks(vendor(true, 1, 2))).isNotEmpty();
  }

  @Test
  void whoWasLetInWithoutAChecklistIsStoppedOnlyByWhatFallsDue() {
    assertThat(lacks(vendor(false, NONE, 0))).isEmpty();
    assertThat(lacks(vendor(false, NONE, 2))).isNotEmpty();
  }

  private List<Lack> lacks(VendorFacts vendor) {
    return terms.check(vendor, null, Map.of());
  }

  private static VendorFacts vendor(boolean checklist, int accepted, int due) {
    return new VendorFacts(
        UUID.randomUUID(),
        "potter",
        VendorKind.PROFESSIONAL,
        "FR",
        VendorStatus.APPROVED,
        checklist,
        THEN,
        null,
        null,
        null,
        Texts.of("", ""),
        Texts.of("", ""),
        true,
        1,
        0,
        accepted,
        2,
        due,
        null,
        List.of(),
        LocalDate.of(2026, 11, 22));
  }
}
