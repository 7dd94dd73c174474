package org.halles.marketplace.identity;

/** What a caller may be. Membership of a vendor is not a role: it is a {@code VendorScope}. */
public enum Role {
  /** Nobody in particular: guests included. */
  ANYONE,
  /** Somebody signed in. */
  SIGNED_IN,
  /** Operator: everything. */
  ADMIN,
  /** Operator: listings, vendors, reports. */
  MODERATOR,
  /** Operator: ledger, payouts, refunds. */
  FINANCE,
  /** Operator: orders and people. */
  SUPPORT,
  /** The platform itself: sweeper, outbox, jobs. */
  SYSTEM;

  /** True for the roles of the operator's people. */
  public boolean isOperator() {
    return this == ADMIN || this == MODERATOR || this == FINANCE || this == SUPPORT;
  }
}
