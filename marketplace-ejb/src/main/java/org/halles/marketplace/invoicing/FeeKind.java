package org.halles.marketplace.invoicing;

/** What a fee is asked for. */
public enum FeeKind {
  /** Every month. */
  SUBSCRIPTION,
  /** Every month, for each listing on sale beyond the free ones. */
  LISTING,
  /** Every month, for each order paid in it beyond the free ones. */
  ORDER,
  /** Once, for a reason. */
  PENALTY
}
