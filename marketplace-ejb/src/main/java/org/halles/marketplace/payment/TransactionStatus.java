package org.halles.marketplace.payment;

import java.util.EnumSet;
import java.util.Set;
import org.halles.spi.PaymentOutcome;

/**
 * Where an operation at a gateway stands. NEW is the committed intent: from then on the gateway may
 * have been asked, also if we crashed, so NEW is resolved by asking, like UNKNOWN.
 */
public enum TransactionStatus {
  NEW,
  SENT,
  REQUIRES_ACTION,
  PENDING,
  SUCCEEDED,
  FAILED,
  UNKNOWN;

  /** Nothing changes any more. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }

  /** The states that may follow this one. */
  public Set<TransactionStatus> successors() {
    return switch (this) {
      case NEW, SENT -> EnumSet.of(SENT, REQUIRES_ACTION, PENDING, SUCCEEDED, FAILED, UNKNOWN);
      case UNKNOWN -> EnumSet.of(REQUIRES_ACTION, PENDING, SUCCEEDED, FAILED);
      case REQUIRES_ACTION -> EnumSet.of(PENDING, SUCCEEDED, FAILED);
      case PENDING -> EnumSet.of(REQUIRES_ACTION, SUCCEEDED, FAILED);
      case SUCCEEDED, FAILED -> EnumSet.noneOf(TransactionStatus.class);
    };
  }

  /** Where an answer of the gateway leads from here; where it leads nowhere, here. */
  public TransactionStatus after(PaymentOutcome outcome) {
    TransactionStatus next = of(outcome);
    return successors().contains(next) ? next : this;
  }

  private static TransactionStatus of(PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Approved
        || outcome instanceof PaymentOutcome.Authorised) {
      return SUCCEEDED;
    }
    if (outcome instanceof PaymentOutcome.Declined) {
      return FAILED;
    }
    if (outcome instanceof PaymentOutcome.RequiresAction) {
      return REQUIRES_ACTION;
    }
    return outcome instanceof PaymentOutcome.Pending ? PENDING : UNKNOWN;
  }
}
