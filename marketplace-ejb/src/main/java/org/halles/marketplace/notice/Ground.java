package org.halles.marketplace.notice;

/** What a decision rests on. */
public enum Ground {
  /** The law. */
  ILLEGAL,
  /** The marketplace's terms. */
  TERMS,
  /** Nothing was found wrong. */
  NONE
}
