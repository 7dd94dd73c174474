package org.halles.marketplace.vendor;

/** What a member does for a vendor. */
public enum MemberRole {
  OWNER,
  MANAGER,
  CATALOGUE,
  ORDERS,
  FINANCE
}
