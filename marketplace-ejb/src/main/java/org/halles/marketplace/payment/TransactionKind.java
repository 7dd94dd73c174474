package org.halles.marketplace.payment;

/** What is asked of a gateway. */
public enum TransactionKind {
  CHARGE,
  AUTHORISE,
  CAPTURE,
  VOID,
  REFUND,
  TRANSFER,
  REVERSAL,
  PAYOUT,
  /** Nothing was asked: the buyer's bank took money of a charge back. */
  CHARGEBACK
}
