package org.halles.marketplace.reconciliation;

/** What a person can do about a difference without doing harm. */
public enum SafeAction {
  /** The sweeper asks the gateway under the same key and settles whatever it says. */
  ASK_AGAIN,
  /** The difference of the fee is posted, once a second person agrees. */
  POST_FEE,
  /**
   * What a bank took back of money its buyer had already is taken of the credit given for it, and
   * the rest booked as a loss, once a second person agrees.
   */
  BOOK_LOSS,
  /** It is marked as explained by a note, once a second person agrees. */
  EXPLAIN
}
