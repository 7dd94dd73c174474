package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private SepaAccounts accounts;
  private PayeeAccounts bankAccounts;
  private Payees payees;

  protected Proposals() {}

  @Inject
  Proposals(
      RunRows runs,
      PayoutRows payouts,
      Candidates candidates,
      Payments payments,
      SepaAccounts accounts,
      PayeeAccounts bankAccounts,
      Payees payees) {
    this.runs = runs;
    this.payouts = payouts;
    this.candidates = candidates;
    this.payments = payments;
    this.accounts = accounts;
    this.bankAccounts = bankAccounts;
    this.payees = payees;
  }

  /**
   * A run of all who can be paid: through the gateway they signed up with, else by bank, else by a
   * gateway that pays anybody.
   *
   * @param proposer the person, or null if the calendar proposes
   * @param dueOn only those whose turn it is on this day; null for everybody
   */
  public UUID open(UUID proposer, LocalDate dueOn, Instant now) {
    UUID run = Ids.next();
    runs.open(run, proposer, dueOn, now);
    List<HeldBack> heldBack = new ArrayList<>();
    Optional<String> gateway = payments.gatewayThatPaysOut();
    Map<UUID, String> signedUp = payees.ready(Set.copyOf(payments.gatewaysToSignUpWith()));
    boolean byBank = accounts.find().filter(SepaAccount::active).isPresent();
    for (Candidate candidate : candidates.all(now)) {
      Optional<String> way =
          Optional.ofNullable(signedUp.get(candidate.payee().id()))
              .or(() -> isEuro(candidate) && byBank ? Optional.of(Payment.BANK) : gateway);
      HeldBack reason =
          way.isEmpty() ? candidate.held("no-gateway", "") : candidate.heldBack(dueOn);
      AccountMark to = null;
      if (reason == null && way.get().equals(Payment.BANK)) {
        to = bankAccounts.markOf(candidate.payee()).orElse(null);
        reason =
            to == null
                ? candidate.held("no-bank-account", "")
                : bankAccounts.waits(candidate.payee(), now)
                    ? candidate.held("account-new", "")
                    : null;
      }
      if (reason == null) {
        payouts.open(run, candidate, way.get(), to, now);
      } else {
        heldBack.add(reason);
      }
    }
    runs.holdBack(run, heldBack);
    candidates.mark();
    return run;
  }

  private static boolean isEuro(Candidate candidate) {
    return candidate.unclaimed().currency().value().equals("EUR");
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
