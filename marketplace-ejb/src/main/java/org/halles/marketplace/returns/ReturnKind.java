package org.halles.marketplace.returns;

/** On what ground goods go back. */
public enum ReturnKind {
  /** The buyer asks, for a reason; the vendor answers. */
  RETURN,
  /** The buyer withdraws from the contract: no reason is asked, and nobody may refuse. */
  WITHDRAWAL
}
