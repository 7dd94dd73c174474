package org.halles.marketplace.catalog;

/** The state a thing is sold in. */
public enum Condition {
  NEW,
  LIKE_NEW,
  GOOD,
  FAIR,
  REFURBISHED
}
