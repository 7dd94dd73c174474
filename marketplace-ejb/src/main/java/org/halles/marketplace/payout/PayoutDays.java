package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.BusinessCalendar;

/** The runs that come by themselves: one a business day, of those whose turn it is. */
@ApplicationScoped
class PayoutDays {

  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private RunRows runs;
  private Candidates candidates;
  private Proposals proposals;
  private Clock clock;

  protected PayoutDays() {}

  @Inject
  PayoutDays(RunRows runs, Candidates candidates, Proposals proposals, Clock clock) {
    this.runs = runs;
    this.candidates = candidates;
    this.proposals = proposals;
    this.clock = clock;
  }

  /** Proposes today's run, once, after six in the morning, if anybody's turn has come. */
  @Allowed(Role.SYSTEM)
  @Transactional
  public void proposeToday() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = BusinessCalendar.dayOf(now);
    if (now.atZone(BusinessCalendar.zone()).toLocalTime().isBefore(MORNING)) {
      return;
    }
    runs.queue();
    if (!runs.isScheduled(today)
        && candidates.all(now).stream().anyMatch(one -> one.heldBack(today) == null)) {
      proposals.open(null, today, now);
    }
  }
}
