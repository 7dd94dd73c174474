package org.halles.marketplace.affiliate;

/** Where somebody who wants to send buyers stands. */
public enum AffiliateStatus {
  /** Waits for the operator. */
  APPLIED,
  /** Its links earn. */
  APPROVED,
  /** Was told no, and may apply again. */
  REFUSED,
  /** Earns nothing new, and is not paid until somebody decides. */
  SUSPENDED
}
