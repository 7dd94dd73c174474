package org.halles.marketplace.vendor;

/** Where a vendor stands with the operator; only an approved one sells. */
public enum VendorStatus {
  /** Waits for the operator's answer. */
  APPLIED,
  /** Sells. */
  APPROVED,
  /** Stopped for now: nothing of it is shown or sold, open orders go on. */
  SUSPENDED,
  /** Turned down. */
  REJECTED,
  /** Gone for good. */
  CLOSED
}
