package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.shared.Ids;

/** Puts runs together, and takes them apart again; inside the caller's transaction. */
@ApplicationScoped
class Proposals {

  private RunRows runs;
  private PayoutRows payouts;
  private Candidates candidates;
  private Payments payments;

  protected Proposals() {}

  @Inject
  Proposals(RunRows runs, PayoutRows payouts, Candidates candidates, Payments payments) {
    this.runs = runs;
    this.payouts = payouts;
    this.candidates = candidates;
    this.payments = payments;
  }

  /**
   * A run of all who can be paid.
   *
   * @param proposer the person, or null if the calendar proposes
   * @param dueOn only those whose turn it is on this day; null for everybody
   */
  public UUID open(UUID proposer, LocalDate dueOn, Instant now) {
    UUID run = Ids.next();
    runs.open(run, proposer, dueOn, now);
    List<HeldBack> heldBack = new ArrayList<>();
    Optional<String> gateway = payments.gatewayThatPaysOut();
    for (Candidate candidate : candidates.all()) {
      HeldBack reason =
          gateway.isEmpty() ? candidate.held("no-gateway", "") : candidate.heldBack(dueOn);
      if (reason == null) {
        payouts.open(run, candidate, gateway.get(), now);
      } else {
        heldBack.add(reason);
      }
    }
    runs.holdBack(run, heldBack);
    return run;
  }

  /** Nothing of it is paid; what it claimed is free for the next run. */
  public void cancel(UUID run, UUID decider, Instant now) {
    for (PayoutView payout : payouts.lockOpen(run)) {
      payouts.unclaim(payout.id());
      payouts.end(payout.id(), PayoutStatus.CANCELLED, null, null, null, now);
    }
    runs.decide(run, "CANCELLED", decider, now);
  }
}
