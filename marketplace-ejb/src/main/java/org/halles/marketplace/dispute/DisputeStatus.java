package org.halles.marketplace.dispute;

/** Where a dispute stands, as the vendor sees it. */
public enum DisputeStatus {
  /** It waits for an answer. */
  OPENED,
  /** It was answered; somebody else decides. */
  EVIDENCE_SENT,
  /** Nothing went back to the buyer. */
  WON,
  /** Everything that was disputed went back. */
  LOST,
  /** A part of it went back. */
  PARTLY;

  public boolean isDecided() {
    return this == WON || this == LOST || this == PARTLY;
  }
}
