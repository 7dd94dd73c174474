package org.halles.marketplace.reconciliation;

/** How a gateway's journal and the book disagree about one key. */
public enum DifferenceKind {
  /** The gateway moved money under a key that is unknown here. */
  MISSING_HERE,
  /** It succeeded here, and the gateway's journal does not have it. */
  MISSING_THERE,
  /** Both moved money, but not the same amount. */
  AMOUNT_DIFFERS,
  /** The amounts agree, but what the gateway kept is not what was posted. */
  FEE_DIFFERS,
  /** It has come to an end on one side, and to another or none on the other. */
  STATE_DIFFERS,
  /** The gateway moved money more than once under one key. */
  DUPLICATE
}
