package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.payout.Payee.Kind;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** A potter with 25.00 that nobody has paid yet, who is paid on Mondays from 20.00 on. */
class CandidateTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private Kind kind = Kind.VENDOR;
  private String status = "APPROVED";
  private List<String> missing = List.of();
  private String blocked;
  private Instant asked;
  private long unclaimed = 2_500;
  private long debt;

  @Test
  void whoeverHasEnoughIsPaidOnItsDay() {
    assertThat(candidate().heldBack(MONDAY)).isNull();
    assertThat(candidate().heldBack(null)).as("when a person proposes the run").isNull();
    assertThat(reason(MONDAY.plusDays(1))).isEqualTo("not-due WEEKLY");
    asked = Instant.EPOCH;
    assertThat(candidate().heldBack(MONDAY.plusDays(1))).as("who asked for it").isNull();
  }

  @Test
  void theMinimumIsReachedByTheLastCent() {
    unclaimed = 2_000;
    assertThat(candidate().heldBack(MONDAY)).isNull();
    unclaimed = 1_999;
    assertThat(reason(MONDAY)).isEqualTo("below-minimum 20.00 EUR");
  }

  @Test
  void theFirstObstacleIsTold() {
    debt = 1;
    assertThat(reason(MONDAY)).isEqualTo("in-debt 0.01 EUR");
    missing = List.of("iban", "identity");
    assertThat(reason(MONDAY)).isEqualTo("requirements-missing iban, identity");
    status = "SUSPENDED";
    assertThat(reason(MONDAY)).isEqualTo("vendor-not-approved SUSPENDED");
    kind = Kind.AFFILIATE;
    assertThat(reason(MONDAY)).isEqualTo("affiliate-not-approved SUSPENDED");
    kind = Kind.FUND;
    assertThat(reason(MONDAY)).isEqualTo("account-unconfirmed ");
    blocked = "Police";
    assertThat(reason(MONDAY)).isEqualTo("blocked Police");
  }

  @Test
  void whatIsHeldBackIsNamedWithItsAmount() {
    unclaimed = 1_999;

    Candidate candidate = candidate();
    assertThat(candidate.heldBack(MONDAY))
        .isEqualTo(
            new HeldBack(
                "Potter",
                "potter",
                eur(1_999),
                "below-minimum",
                "20.00 EUR",
                candidate.payee().id()));
  }

  @Test
  void aRhythmSaysItsDays() {
    LocalDate sunday = MONDAY.minusDays(1);
    LocalDate saturday = MONDAY.minusDays(2);

    assertThat(List.of(MONDAY, sunday, saturday))
        .extracting(Rhythm.DAILY::isDueOn)
        .containsExactly(true, false, false);
    assertThat(List.of(MONDAY, sunday))
        .extracting(Rhythm.WEEKLY::isDueOn)
        .containsExactly(true, false);
    assertThat(List.of(sunday, MONDAY))
        .extracting(Rhythm.MONTHLY::isDueOn)
        .containsExactly(true, false);
    assertThat(Rhythm.ON_REQUEST.isDueOn(MONDAY)).isFalse();
  }

  private String reason(LocalDate day) {
    HeldBack held = candidate().heldBack(day);
    return held.reason() + " " + held.detail();
  }

  private Candidate candidate() {
    UUID id = UUID.randomUUID();
    return new Candidate(
        new Payee(kind, id, "potter", "Potter", "vendor_available:" + id),
        status,
        missing,
        new PayoutPolicy(Rhythm.WEEKLY, Map.of("EUR", 2_000L), asked, blocked, 0),
        eur(unclaimed),
        eur(debt),
        List.of());
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
