package org.halles.marketplace.pricing;

/** Which of a vendor's prices something is sold at. */
public enum PriceList {
  /** What everybody pays. */
  PUBLIC,
  /** What companies pay. */
  COMPANY
}
