package org.halles.marketplace.catalog;

/** Where a proposed edit of a listing on sale stands. */
public enum ChangeStatus {
  /** Waits for a moderator. */
  SUBMITTED,
  /** A moderator asked for something else. */
  CHANGES_REQUESTED,
  /** It is what buyers see now. */
  APPROVED,
  /** Turned down; what buyers see stayed as it was. */
  REJECTED,
  /** A newer edit took its place. */
  REPLACED,
  /** Taken back by its vendor, or the listing left the sale. */
  WITHDRAWN;

  /** True while it still leads somewhere. */
  public boolean isOpen() {
    return this == SUBMITTED || this == CHANGES_REQUESTED;
  }
}
