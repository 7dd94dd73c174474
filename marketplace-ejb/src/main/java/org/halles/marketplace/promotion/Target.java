package org.halles.marketplace.promotion;

/** What a promotion is about. */
public enum Target {
  /** Everything: of its vendor, or of the whole market. */
  ALL,
  /** What certain vendors sell; only for the operator's. */
  VENDOR,
  /** What is in certain categories, or in one below them. */
  CATEGORY,
  /** Certain listings. */
  LISTING
}
