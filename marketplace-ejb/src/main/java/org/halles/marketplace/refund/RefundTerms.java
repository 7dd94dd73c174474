package org.halles.marketplace.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * What goes back besides for a reason, and what the platform keeps: by the policy the purchase was
 * made under. Part of the caller's transaction.
 */
@ApplicationScoped
class RefundTerms {

  private GiveBackRows policy;
  private KeptStore kept;
  private FeeBackStore feesBack;

  protected RefundTerms() {}

  @Inject
  RefundTerms(GiveBackRows policy, KeptStore kept, FeeBackStore feesBack) {
    this.policy = policy;
    this.kept = kept;
    this.feesBack = feesBack;
  }

  private GiveBackTerms terms(RefundCase open, Decision.Cause cause) {
    return cause == Decision.Cause.REVIEW
        ? GiveBackTerms.undone() // whatever the policy says: nobody has begun
        : policy.of(open.order().id(), GiveBackReason.of(cause));
  }

  /** What may go back for this reason: the buyer's fee is not part of it where it is kept. */
  public List<Subject> refundable(RefundCase open, Decision.Cause cause) {
    boolean fee = open.subjects().stream().anyMatch(Subject::isPlatforms);
    return fee && terms(open, cause).buyerFeeKept()
        ? open.subjects().stream().filter(one -> !one.isPlatforms()).toList()
        : open.subjects();
  }

  /** The same, and with the last unit of the whole purchase the buyer's fee, unless it is kept. */
  public Claim.Result withFee(RefundCase open, Decision.Cause cause, Claim.Result claim) {
    if (!open.endsWith(claim.units())) {
      return claim;
    }
    List<Taken> taken = new ArrayList<>(claim.taken());
    Money amount = claim.amount();
    for (Subject subject : refundable(open, cause)) {
      boolean there = claim.taken().stream().anyMatch(one -> subject.has(one.leg()));
      if (subject.isPlatforms() && !there) {
        taken.addAll(subject.giveBack(subject.left()));
        amount = amount.plus(subject.left());
      }
    }
    return new Claim.Result(amount, taken, claim.units());
  }

  /** What of these shares the platform keeps, at the vendors' cost; not yet written. */
  public List<Kept> keep(RefundCase open, Decision.Cause cause, List<Taken> taken) {
    return taken.isEmpty()
        ? List.of()
        : kept.keep(open.order().id(), terms(open, cause), open.subjects(), taken);
  }

  public void write(UUID refund, List<Kept> keeps) {
    kept.write(refund, keeps);
  }

  /** What the vendors get back of the gateway's fee, by part; written down with the refund. */
  public void returnFees(UUID refund, RefundCase open, Decision.Cause cause, List<Taken> taken) {
    feesBack.write(
        refund,
        taken.isEmpty() ? List.of() : feesBack.of(open.order().id(), terms(open, cause), taken));
  }

  /** By part, what its vendor gets back of the gateway's fee with this refund. */
  public Map<UUID, Money> feesReturned(UUID refund) {
    return feesBack.ofRefund(refund);
  }
}
