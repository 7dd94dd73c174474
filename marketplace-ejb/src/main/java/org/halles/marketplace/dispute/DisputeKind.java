package org.halles.marketplace.dispute;

/** Who disputes. */
public enum DisputeKind {
  /** The buyer complains here; the operator decides. */
  BUYER,
  /** The buyer's bank took the money back; the bank decides. */
  CHARGEBACK
}
