package org.halles.marketplace.conversation;

/** Who wrote a message. */
public enum Author {
  BUYER,
  VENDOR,
  /** Somebody of the people who run the marketplace. */
  OPERATOR
}
