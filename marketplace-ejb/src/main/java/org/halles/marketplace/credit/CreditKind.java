package org.halles.marketplace.credit;

/** What sort of credit it is. */
public enum CreditKind {
  /** Whoever has the code may pay with it, until somebody keeps it in an account. */
  GIFT_CARD,
  /** What an account was given; its owner pays with it when signed in. */
  ACCOUNT
}
