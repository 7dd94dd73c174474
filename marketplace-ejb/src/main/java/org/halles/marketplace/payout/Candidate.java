package org.halles.marketplace.payout;

import java.time.LocalDate;
import java.util.List;
import org.halles.spi.Money;

/** Somebody with money that no payout has claimed yet, in one currency. */
record Candidate(
    Payee payee,
    String status,
    List<String> missing,
    PayoutPolicy policy,
    Money unclaimed,
    Money debt,
    List<String> postings) {

  /** Why it is not paid now, or null. */
  HeldBack heldBack(LocalDate dueOn) {
    if (policy.blockedReason() != null) {
      return held("blocked", policy.blockedReason());
    }
    if (!status.equals("APPROVED")) {
      return held(
          switch (payee.kind()) {
            case VENDOR -> "vendor-not-approved";
            case AFFILIATE -> "affiliate-not-approved";
            case FUND -> "account-unconfirmed";
          },
          payee.kind() == Payee.Kind.FUND ? "" : status);
    }
    if (!missing.isEmpty()) {
      return held("requirements-missing", String.join(", ", missing));
    }
    if (debt.isPositive()) {
      return held("in-debt", debt.toString());
    }
    long minimum = policy.minimum().getOrDefault(unclaimed.currency().value(), 0L);
    if (unclaimed.minor() < minimum) {
      return held("below-minimum", Money.of(minimum, unclaimed.currency()).toString());
    }
    if (dueOn != null && policy.requestedAt() == null && !policy.rhythm().isDueOn(dueOn)) {
      return held("not-due", policy.rhythm().name());
    }
    return null;
  }

  HeldBack held(String reason, String detail) {
    return payee.heldBack(unclaimed, reason, detail);
  }
}
