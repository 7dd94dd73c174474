package org.halles.marketplace.catalog;

/** Where a listing stands on its way to the buyers. */
public enum ListingStatus {
  /** The vendor is writing it. */
  DRAFT,
  /** Waits for a moderator. */
  SUBMITTED,
  /** A moderator asked for something else. */
  CHANGES_REQUESTED,
  /** On sale. */
  LIVE,
  /** Taken off sale by an operator. */
  SUSPENDED,
  /** Put away by its vendor. */
  ARCHIVED,
  /** Agreed with one buyer, for whom alone it is on sale. */
  PRIVATE
}
