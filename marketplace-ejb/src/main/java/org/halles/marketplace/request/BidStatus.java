package org.halles.marketplace.request;

/** What became of a vendor's offer on a request. */
public enum BidStatus {
  /** It stands. */
  OPEN,
  /** The buyer chose it. */
  ACCEPTED,
  /** The buyer does not want it, or has chosen another. */
  DECLINED,
  /** The vendor took it back. */
  WITHDRAWN,
  /** It was accepted and not paid in time. */
  LAPSED
}
