package org.halles.marketplace.notice;

/** What a decision does to what was reported. */
public enum Restriction {
  /** Nothing: it stays as it is. */
  NONE,
  /** The listing, or the edit of it, was not let on sale. */
  LISTING_REFUSED,
  /** The listing is off sale. */
  LISTING_REMOVED,
  /** The whole vendor is stopped. */
  VENDOR_SUSPENDED,
  /** What a buyer asked for is shown no more. */
  REQUEST_REMOVED
}
