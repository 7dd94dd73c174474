package org.halles.marketplace.moderation;

/** What a moderator may decide. */
public enum Outcome {
  /** Buyers see it. */
  APPROVED,
  /** Turned down for good. */
  REJECTED,
  /** Back to its vendor. */
  CHANGES_REQUESTED,
  /** Off sale, whatever waits. */
  TAKEN_DOWN;

  /** What the audit log calls it. */
  String action() {
    return switch (this) {
      case APPROVED -> "approve-listing";
      case REJECTED -> "reject-listing";
      case CHANGES_REQUESTED -> "request-listing-changes";
      case TAKEN_DOWN -> "take-listing-down";
    };
  }

  boolean needsReason() {
    return this != APPROVED;
  }
}
