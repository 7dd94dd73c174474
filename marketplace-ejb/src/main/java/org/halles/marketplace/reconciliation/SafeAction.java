package org.halles.marketplace.reconciliation;

/** What a person can do about a difference without doing harm. */
public enum SafeAction {
  /** The sweeper asks the gateway under the same key and settles whatever it says. */
  ASK_AGAIN,
  /** The difference of the fee is posted, once a second person agrees. */
  POST_FEE,
  /** It is marked as explained by a note, once a second person agrees. */
  EXPLAIN
}
